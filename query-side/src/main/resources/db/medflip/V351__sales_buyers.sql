-- Which buyer of the books a sale goes to, and when that buyer pays.
ALTER TABLE read.sale ADD COLUMN buyer_id uuid;
ALTER TABLE read.sale ADD COLUMN payment_days integer;
CREATE INDEX ON read.sale (tenant_id, buyer_id);
