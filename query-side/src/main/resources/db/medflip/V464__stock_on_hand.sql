-- What is on hand is counted and summed from the index alone: few lots of many, asked by every look at the day.
DROP INDEX read.lot_tenant_id_expiry_id_idx;
CREATE INDEX lot_on_hand ON read.lot (tenant_id, expiry NULLS FIRST, id)
    INCLUDE (on_hand, cost_on_hand, currency, deal_id) WHERE on_hand > 0;
