-- What was paid out, told for very many deals at once from an index alone: the rows are wide.
CREATE INDEX posting_of_payouts ON read.posting (tenant_id, booked_on) INCLUDE (amount, kind, currency, deal_id)
    WHERE account = 'CASH' AND kind IN ('PAYOUT', 'PAYOUT_FAILED');
