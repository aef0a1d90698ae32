-- What is to be done at other services, once each: derived from events, in one transaction with the processor's token.
-- What it says (an address, a text, a link) is sealed under the key of whom it is about, and gone as soon as nothing is
-- to be tried any more.
CREATE TABLE write.outbox (
    tenant_id      uuid NOT NULL,
    effect_id      uuid NOT NULL,
    channel        text NOT NULL,
    kind           text NOT NULL,
    subject        text NOT NULL,
    content        bytea,
    state          text NOT NULL DEFAULT 'PENDING'
                   CHECK (state IN ('PENDING', 'SENDING', 'DONE', 'FAILED', 'UNKNOWN')),
    recorded_at    timestamptz NOT NULL,
    due_at         timestamptz NOT NULL,
    attempts       integer NOT NULL DEFAULT 0,
    first_tried_at timestamptz,
    -- An attempt had no answer: whether it was done is not known.
    doubtful       boolean NOT NULL DEFAULT false,
    -- While it is SENDING. After that time whoever took it is dead.
    leased_until   timestamptz,
    -- Why the last attempt didn't do it; a word of ours, never one of a person's.
    reason         text,
    -- What the other service calls it.
    receipt        text,
    settled_at     timestamptz,
    PRIMARY KEY (tenant_id, effect_id)
);
SELECT protect_tenant_table('write.outbox');
CREATE INDEX outbox_pending ON write.outbox (channel, tenant_id, due_at) WHERE state = 'PENDING';
CREATE INDEX outbox_sending ON write.outbox (channel, leased_until) WHERE state = 'SENDING';
CREATE INDEX outbox_settled ON write.outbox (settled_at) WHERE settled_at IS NOT NULL;
