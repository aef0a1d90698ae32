-- What was bought and sold of one product.
CREATE INDEX ON read.lot (tenant_id, product_id, stocked_on);
CREATE INDEX ON read.sold_lot (tenant_id, product_id, sold_on);
