-- What a business pays for the service, as far as events tell it. Nothing of a card, and no address at Stripe.
CREATE TABLE read.billing_account (
    tenant_id     uuid PRIMARY KEY,
    trial_ends_at timestamptz,
    customer      boolean NOT NULL DEFAULT false,
    disputed      boolean NOT NULL DEFAULT false
);
SELECT protect_tenant_table('read.billing_account');

CREATE TABLE read.subscribed (
    tenant_id         uuid NOT NULL,
    stripe_id         text NOT NULL,
    status            text NOT NULL,
    plan              text NOT NULL,
    price             bigint NOT NULL,
    currency          text NOT NULL,
    plan_interval     text NOT NULL,
    trial_ends_at     timestamptz,
    period_ends_at    timestamptz,
    cancels_at        timestamptz,
    ended_at          timestamptz,
    next_plan         text,
    collection_paused boolean NOT NULL,
    past_due_since    timestamptz,
    PRIMARY KEY (tenant_id, stripe_id)
);
SELECT protect_tenant_table('read.subscribed');

CREATE TABLE read.billing_invoice (
    tenant_id       uuid NOT NULL,
    stripe_id       text NOT NULL,
    number          text,
    status          text NOT NULL,
    total           bigint NOT NULL,
    paid            bigint NOT NULL,
    currency        text NOT NULL,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz,
    PRIMARY KEY (tenant_id, stripe_id)
);
SELECT protect_tenant_table('read.billing_invoice');

-- What happened, an entry an event.
CREATE TABLE read.billing_entry (
    tenant_id   uuid NOT NULL,
    position    bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor       text NOT NULL,
    event       text NOT NULL,
    word        text,
    plan        text,
    amount      bigint,
    currency    text,
    until       timestamptz,
    PRIMARY KEY (tenant_id, position)
);
SELECT protect_tenant_table('read.billing_entry');
