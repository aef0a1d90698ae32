-- Which mails were written to whom, and what became of them after they were sent; what they say stands in the outbox
-- alone, until they are sent. Addresses are sealed under the key of whose they are.
CREATE TABLE write.mail (
    tenant_id  uuid NOT NULL,
    effect_id  uuid NOT NULL,
    kind       text NOT NULL,
    subject    text NOT NULL,
    -- Nothing once who it was was erased.
    recipient  bytea,
    essential  boolean NOT NULL,
    written_at timestamptz NOT NULL,
    -- The most that was heard of it.
    fate       text CHECK (fate IN ('DELAYED', 'DELIVERED', 'FAILED', 'BOUNCED', 'COMPLAINED')),
    fate_at    timestamptz,
    PRIMARY KEY (tenant_id, effect_id)
);
SELECT protect_tenant_table('write.mail');
CREATE INDEX mail_newest ON write.mail (written_at);

-- With which others it is tried in one call, from the first attempt on: a repeat of the call must say the same.
ALTER TABLE write.outbox ADD COLUMN batch_id uuid;
CREATE INDEX outbox_batch ON write.outbox (batch_id) WHERE batch_id IS NOT NULL;
