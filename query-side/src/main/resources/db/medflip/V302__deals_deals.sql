-- Purchases. The facts of a deal and of its lots may come in any order: proceeds may be here before the deal, which is
-- shown once its state is set.
CREATE TABLE read.deal (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid,
    state text,
    dealt_on date,
    valid_until date,
    accepted_on date,
    attestation_version text,
    received_on date,
    items text,
    search text,
    boxes integer,
    currency text,
    quoted bigint,
    owed bigint NOT NULL DEFAULT 0,
    paid bigint NOT NULL DEFAULT 0,
    landed_cost bigint NOT NULL DEFAULT 0,
    proceeds bigint NOT NULL DEFAULT 0,
    sold_cost bigint NOT NULL DEFAULT 0,
    profit bigint NOT NULL GENERATED ALWAYS AS (proceeds - sold_cost) STORED,
    note text,
    imported boolean NOT NULL DEFAULT false,
    version bigint,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.deal');
-- The orders that a screen opens with; the other ones sort the rows of one tenant.
CREATE INDEX ON read.deal (tenant_id, dealt_on NULLS FIRST, id);
CREATE INDEX ON read.deal (tenant_id, customer_id, dealt_on);
CREATE INDEX ON read.deal (tenant_id, profit NULLS FIRST, id);
CREATE INDEX ON read.deal (tenant_id, state, dealt_on) WHERE state IN ('QUOTED', 'ACCEPTED', 'RECEIVED');

CREATE TABLE read.deal_line (
    tenant_id uuid NOT NULL,
    deal_id uuid NOT NULL,
    line integer NOT NULL,
    product_id uuid NOT NULL,
    item text NOT NULL,
    expiry date NOT NULL,
    grade text NOT NULL,
    quantity integer NOT NULL,
    unit_price bigint,
    total bigint NOT NULL,
    lot_id uuid,
    landed_cost bigint,
    currency text NOT NULL,
    PRIMARY KEY (tenant_id, deal_id, line)
);
SELECT protect_tenant_table('read.deal_line');

CREATE TABLE read.payout (
    tenant_id uuid NOT NULL,
    deal_id uuid NOT NULL,
    id uuid NOT NULL,
    amount bigint NOT NULL,
    currency text NOT NULL,
    method text NOT NULL,
    reference text,
    paid_on date NOT NULL,
    PRIMARY KEY (tenant_id, deal_id, id)
);
SELECT protect_tenant_table('read.payout');
