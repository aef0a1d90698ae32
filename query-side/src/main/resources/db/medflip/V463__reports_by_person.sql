-- Whose a deal is, and what was paid out, told for very many deals at once from indexes alone: the rows are wide.
CREATE INDEX deal_and_customer ON read.deal (tenant_id, id) INCLUDE (customer_id);
CREATE INDEX posting_of_payouts ON read.posting (tenant_id, booked_on) INCLUDE (amount, kind, currency, deal_id)
    WHERE account = 'CASH' AND kind IN ('PAYOUT', 'PAYOUT_FAILED');
