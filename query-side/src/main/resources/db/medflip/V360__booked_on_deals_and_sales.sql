-- A trip may be for a sale, as an expense may.
ALTER TABLE read.mileage_trip ADD COLUMN sale_id uuid;
CREATE INDEX ON read.mileage_trip (tenant_id, deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX ON read.mileage_trip (tenant_id, sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX ON read.expense (tenant_id, sale_id) WHERE sale_id IS NOT NULL;

-- Expenses and trips have a timeline, which is part of that of the deal or sale they are booked on.
ALTER TABLE read.timeline_entry ADD COLUMN expense_id uuid, ADD COLUMN trip_id uuid;
CREATE INDEX ON read.timeline_entry (tenant_id, expense_id, position) WHERE expense_id IS NOT NULL;
CREATE INDEX ON read.timeline_entry (tenant_id, trip_id, position) WHERE trip_id IS NOT NULL;
-- What happened to them before has no entries yet: the view is filled anew from the log.
TRUNCATE read.timeline_entry;
DELETE FROM read.token_entry WHERE processor_name = 'audit.timeline';
