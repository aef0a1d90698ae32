-- People, with what their deals add up to. The facts of a person, of a deal and of a lot may come in any order: sums
-- may be here before the person, who is shown once registered_at is set.
CREATE TABLE read.customer (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text,
    sort_name text,
    search text,
    phones text[],
    emails text[],
    address jsonb,
    lead_source text,
    note text,
    archived boolean NOT NULL DEFAULT false,
    registered_at timestamptz,
    version bigint,
    deals integer NOT NULL DEFAULT 0,
    boxes integer NOT NULL DEFAULT 0,
    paid bigint NOT NULL DEFAULT 0,
    proceeds bigint NOT NULL DEFAULT 0,
    profit bigint NOT NULL DEFAULT 0,
    last_deal_on date,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.customer');
-- The orders that a screen opens with; the other ones sort the rows of one tenant.
CREATE INDEX ON read.customer (tenant_id, sort_name NULLS FIRST, id);
CREATE INDEX ON read.customer (tenant_id, last_deal_on NULLS FIRST, id);
CREATE INDEX ON read.customer (tenant_id, profit NULLS FIRST, id);

-- What each deal means for its person. customer_id is null until the deal's own first event: sales may be here before.
CREATE TABLE read.customer_deal (
    tenant_id uuid NOT NULL,
    deal_id uuid NOT NULL,
    customer_id uuid,
    dealt_on date,
    boxes integer NOT NULL DEFAULT 0,
    paid bigint NOT NULL DEFAULT 0,
    proceeds bigint NOT NULL DEFAULT 0,
    profit bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, deal_id)
);
SELECT protect_tenant_table('read.customer_deal');
