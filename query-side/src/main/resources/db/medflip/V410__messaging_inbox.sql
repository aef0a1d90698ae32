-- Conversations with people's numbers, and their texts.
CREATE TABLE read.conversation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    last_at timestamptz NOT NULL,
    last_text text,
    last_incoming boolean NOT NULL,
    unseen boolean NOT NULL,
    consent text,
    opted_out text,
    -- Twilio's reason why no text can arrive there.
    unusable_code integer,
    -- Texts that read like an opt-out, and nobody has decided about.
    to_review integer NOT NULL DEFAULT 0,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.conversation');
CREATE INDEX ON read.conversation (tenant_id, last_at NULLS FIRST, id);
CREATE INDEX ON read.conversation (tenant_id, number);

CREATE TABLE read.conversation_text (
    tenant_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    id uuid NOT NULL,
    position bigint NOT NULL,
    incoming boolean NOT NULL,
    body text,
    pictures integer NOT NULL DEFAULT 0,
    at timestamptz NOT NULL,
    written_by text,
    state text NOT NULL,
    send_at timestamptz,
    held_until timestamptz,
    blocked_for text[],
    error_code integer,
    -- Until when somebody must have decided whether it is an opt-out.
    review_by date,
    PRIMARY KEY (tenant_id, conversation_id, id)
);
SELECT protect_tenant_table('read.conversation_text');
CREATE INDEX ON read.conversation_text (tenant_id, conversation_id, position);

CREATE TABLE read.twilio_connection (
    tenant_id uuid PRIMARY KEY,
    connected boolean NOT NULL,
    account_ending text NOT NULL,
    number_ending text NOT NULL,
    introduction text NOT NULL,
    since timestamptz NOT NULL,
    broken_code integer,
    version bigint NOT NULL
);
SELECT protect_tenant_table('read.twilio_connection');
