-- Double entry: each fact about money becomes an entry of two or more postings whose amounts sum to zero; what is owned
-- or spent is positive, where it came from negative. Every report of money is a sum over postings, by its business date.
CREATE TABLE read.posting (
    tenant_id uuid NOT NULL,
    source uuid NOT NULL,
    entry uuid NOT NULL,
    kind text NOT NULL,
    account text NOT NULL,
    booked_on date NOT NULL,
    currency text NOT NULL,
    amount bigint NOT NULL,
    -- What the entry was before it was voided, should it be restored; 0 while it counts.
    voided_amount bigint NOT NULL DEFAULT 0,
    boxes integer NOT NULL DEFAULT 0,
    deal_id uuid,
    item text,
    buyer text,
    category text,
    PRIMARY KEY (tenant_id, source, entry, kind, account)
);
SELECT protect_tenant_table('read.posting');
CREATE INDEX ON read.posting (tenant_id, account, booked_on) INCLUDE (amount, boxes, kind, currency, deal_id, item);
