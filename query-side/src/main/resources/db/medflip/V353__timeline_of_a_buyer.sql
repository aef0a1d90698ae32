-- A buyer's own events and those of its price list stand under the buyer; those of the business's own list under the
-- business, whose id that list has.
ALTER TABLE read.timeline_entry ADD COLUMN buyer_id uuid;
CREATE INDEX ON read.timeline_entry (tenant_id, buyer_id, position) WHERE buyer_id IS NOT NULL;
