-- Payouts over all deals, the latest first; and what is owed without one.
CREATE INDEX ON read.payout (tenant_id, paid_on NULLS FIRST, id);
CREATE INDEX ON read.deal (tenant_id, agreed_on NULLS FIRST, id) WHERE owed > 0;
