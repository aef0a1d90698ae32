-- One text to many people; what became of each, its conversation's own view tells.
CREATE TABLE read.campaign (
    tenant_id  uuid NOT NULL,
    id         uuid NOT NULL,
    name       text NOT NULL,
    body       text NOT NULL,
    per_minute integer NOT NULL,
    state      text NOT NULL,
    -- Twilio's reason why it was stopped.
    error_code integer,
    started_at timestamptz NOT NULL,
    started_by text NOT NULL,
    ended_at   timestamptz,
    version    bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.campaign');
CREATE INDEX ON read.campaign (tenant_id, started_at NULLS FIRST, id);

CREATE TABLE read.campaign_recipient (
    tenant_id   uuid NOT NULL,
    campaign_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    place       bigint NOT NULL,
    text_id     uuid NOT NULL,
    skipped     text,
    PRIMARY KEY (tenant_id, campaign_id, customer_id)
);
SELECT protect_tenant_table('read.campaign_recipient');
CREATE INDEX ON read.campaign_recipient (tenant_id, campaign_id, place);

-- In how many parts it left, and of which campaign it is.
ALTER TABLE read.conversation_text ADD COLUMN segments integer, ADD COLUMN campaign_id uuid;
CREATE INDEX ON read.conversation_text (tenant_id, id);
CREATE INDEX ON read.conversation_text (tenant_id, at);
