-- Purchases. The facts of a deal and of its lots may come in any order: proceeds may be here before the deal, which is
-- shown once its state is set.
CREATE TABLE read.deal (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid,
    state text,
    state_since date,
    -- Where it goes back to if its end is taken back.
    state_before text,
    dealt_on date,
    quote_version integer,
    valid_until date,
    accepted_on date,
    accepted_by text,
    attestation_version text,
    -- The private link by which the person can answer.
    link_id uuid,
    link_made_on date,
    hold_reason text,
    hold_remark text,
    end_reason text,
    end_remark text,
    meet_on date,
    meet_at time,
    meeting_place text,
    no_shows integer NOT NULL DEFAULT 0,
    sent_on date,
    label_cost bigint NOT NULL DEFAULT 0,
    claim_amount bigint,
    claim_reference text,
    claim_opened_on date,
    claim_received bigint,
    claim_settled_on date,
    received_on date,
    requote_remark text,
    agreed_on date,
    agreed bigint,
    payout_fee bigint NOT NULL DEFAULT 0,
    to_return integer NOT NULL DEFAULT 0,
    return_since date,
    returned_on date,
    return_carrier text,
    return_tracking text,
    donated_on date,
    closed_on date,
    items text,
    search text,
    -- What is found by a tracking number.
    tracking text NOT NULL DEFAULT '',
    boxes integer,
    currency text,
    quoted bigint,
    -- What the found boxes would be bought for.
    found bigint NOT NULL DEFAULT 0,
    owed bigint NOT NULL DEFAULT 0,
    paid bigint NOT NULL DEFAULT 0,
    landed_cost bigint NOT NULL DEFAULT 0,
    proceeds bigint NOT NULL DEFAULT 0,
    sold_cost bigint NOT NULL DEFAULT 0,
    profit bigint NOT NULL GENERATED ALWAYS AS (proceeds - sold_cost) STORED,
    -- The money that is at stake where the deal stands.
    at_stake bigint NOT NULL GENERATED ALWAYS AS (
        CASE WHEN state = 'AGREED' THEN owed WHEN state IN ('RECEIVED', 'REQUOTED') AND found > 0 THEN found
             WHEN agreed IS NOT NULL THEN agreed ELSE coalesce(quoted, 0) END) STORED,
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
-- The board: what is under way, the longest waiting first.
CREATE INDEX ON read.deal (tenant_id, state, state_since, id);

CREATE TABLE read.deal_line (
    tenant_id uuid NOT NULL,
    deal_id uuid NOT NULL,
    line integer NOT NULL,
    product_id uuid NOT NULL,
    item text NOT NULL,
    -- Nothing of the following for what came besides what was quoted.
    expiry date,
    grade text,
    quantity integer NOT NULL,
    unit_price bigint,
    total bigint NOT NULL,
    inspected boolean NOT NULL DEFAULT false,
    remark text,
    currency text NOT NULL,
    PRIMARY KEY (tenant_id, deal_id, line)
);
SELECT protect_tenant_table('read.deal_line');

-- Boxes of a line that were found alike.
CREATE TABLE read.deal_found (
    tenant_id uuid NOT NULL,
    deal_id uuid NOT NULL,
    number integer NOT NULL,
    line integer NOT NULL,
    expiry date NOT NULL,
    grade text,
    quantity integer NOT NULL,
    unit_price bigint,
    outcome text NOT NULL,
    difference text,
    total bigint NOT NULL,
    lot_id uuid,
    landed_cost bigint,
    currency text NOT NULL,
    PRIMARY KEY (tenant_id, deal_id, number)
);
SELECT protect_tenant_table('read.deal_found');

CREATE TABLE read.deal_label (
    tenant_id uuid NOT NULL,
    deal_id uuid NOT NULL,
    id uuid NOT NULL,
    carrier text NOT NULL,
    tracking_number text,
    cost bigint NOT NULL,
    currency text NOT NULL,
    made_on date NOT NULL,
    voided_on date,
    PRIMARY KEY (tenant_id, deal_id, id)
);
SELECT protect_tenant_table('read.deal_label');

CREATE TABLE read.payout (
    tenant_id uuid NOT NULL,
    deal_id uuid NOT NULL,
    id uuid NOT NULL,
    state text NOT NULL,
    amount bigint NOT NULL,
    fee bigint NOT NULL DEFAULT 0,
    currency text NOT NULL,
    method text NOT NULL,
    reference text,
    remark text,
    -- The day it is planned for, else was made on.
    paid_on date NOT NULL,
    confirmed_on date,
    failed_on date,
    PRIMARY KEY (tenant_id, deal_id, id)
);
SELECT protect_tenant_table('read.payout');
