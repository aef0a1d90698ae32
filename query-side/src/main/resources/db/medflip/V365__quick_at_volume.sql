-- A year of postings is added up from the index alone, by deal and by buyer as well.
DROP INDEX read.posting_tenant_id_account_booked_on_amount_boxes_kind_curre_idx;
CREATE INDEX posting_by_account ON read.posting (tenant_id, account, booked_on)
    INCLUDE (amount, boxes, kind, currency, deal_id, sale_id, item, buyer);

-- How lots and sales are found among very many: by product and buyer, and by the beginning of a number.
CREATE INDEX lot_by_product ON read.lot (tenant_id, product_id, stocked_on);
CREATE INDEX lot_by_number ON read.lot (tenant_id, lot_number text_pattern_ops);
CREATE INDEX sale_by_tracking ON read.sale (tenant_id, tracking text_pattern_ops);

-- The list of payouts: those that were made, by their day, and what is owed besides.
CREATE INDEX payout_by_id ON read.payout (tenant_id, id);
CREATE INDEX deal_owed ON read.deal (tenant_id, id) WHERE owed > 0;
