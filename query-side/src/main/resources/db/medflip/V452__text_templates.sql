-- Texts that a business keeps at hand.
CREATE TABLE read.text_template (
    tenant_id uuid NOT NULL,
    id        uuid NOT NULL,
    name      text NOT NULL,
    body      text NOT NULL,
    version   bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.text_template');

-- Who of the business answers the person.
ALTER TABLE read.conversation ADD COLUMN assigned_to uuid;
CREATE INDEX ON read.conversation (tenant_id, assigned_to, last_at NULLS FIRST, id);

-- Texts stand in the timelines of the people whose numbers they are with, and of their deals.
ALTER TABLE read.timeline_entry ADD COLUMN conversation_id uuid, ADD COLUMN text_id uuid;
CREATE INDEX ON read.timeline_entry (tenant_id, conversation_id, position) WHERE conversation_id IS NOT NULL;
