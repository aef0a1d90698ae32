-- A sale's own events stand under the sale.
ALTER TABLE read.timeline_entry ADD COLUMN sale_id uuid;
CREATE INDEX ON read.timeline_entry (tenant_id, sale_id, position) WHERE sale_id IS NOT NULL;
