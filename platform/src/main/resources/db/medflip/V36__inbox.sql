-- What other services delivered, kept before they are told so: unique by the service's own name for it, sealed under the
-- tenant's key, and forgotten after a month. Until then it can be read again.
CREATE TABLE write.inbox (
    tenant_id    uuid NOT NULL,
    provider     text NOT NULL,
    delivery_key text NOT NULL,
    kind         text NOT NULL,
    content      bytea NOT NULL,
    state        text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'READ', 'REFUSED')),
    received_at  timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    attempts     integer NOT NULL DEFAULT 0,
    -- Why it was refused; a code of ours.
    reason       text,
    PRIMARY KEY (tenant_id, provider, delivery_key)
);
SELECT protect_tenant_table('write.inbox');
CREATE INDEX inbox_pending ON write.inbox (due_at) WHERE state = 'PENDING';
CREATE INDEX inbox_old ON write.inbox (received_at);

-- Businesses' accounts at Twilio, sealed under their keys; found by the hash of the key in their webhooks' address.
CREATE TABLE write.twilio_account (
    tenant_id      uuid PRIMARY KEY,
    credentials_id uuid NOT NULL,
    webhook_hash   text NOT NULL UNIQUE,
    sealed         bytea NOT NULL,
    -- The token before this one: what Twilio signed by it may still be under way.
    older_sealed   bytea,
    older_until    timestamptz
);
SELECT protect_tenant_table('write.twilio_account');
