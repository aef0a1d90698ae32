-- Whom campaigns have yet to text. Both follow events; next_at and tried_at are the pace alone, and may be forgotten.
CREATE TABLE write.campaign (
    tenant_id   uuid NOT NULL,
    campaign_id uuid NOT NULL,
    state       text NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'OVER')),
    recipients  integer NOT NULL,
    per_minute  integer NOT NULL,
    -- When the next text may be written.
    next_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, campaign_id)
);
SELECT protect_tenant_table('write.campaign');
CREATE INDEX campaign_running ON write.campaign (campaign_id) WHERE state = 'RUNNING';

CREATE TABLE write.campaign_recipient (
    tenant_id       uuid NOT NULL,
    campaign_id     uuid NOT NULL,
    customer_id     uuid NOT NULL,
    place           bigint GENERATED ALWAYS AS IDENTITY,
    text_id         uuid NOT NULL,
    -- Where the text was written.
    conversation_id uuid,
    state           text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'WRITTEN', 'THROUGH')),
    tried_at        timestamptz,
    PRIMARY KEY (tenant_id, campaign_id, customer_id)
);
SELECT protect_tenant_table('write.campaign_recipient');
CREATE UNIQUE INDEX campaign_recipient_text ON write.campaign_recipient (tenant_id, text_id);
CREATE INDEX campaign_recipient_left ON write.campaign_recipient (tenant_id, campaign_id, place) WHERE state <> 'THROUGH';
