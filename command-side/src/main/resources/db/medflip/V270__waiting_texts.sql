-- Texts that the gate has yet to decide about, and when. It follows the conversations' events.
CREATE TABLE write.waiting_text (
    tenant_id       uuid NOT NULL,
    conversation_id uuid NOT NULL,
    text_id         uuid NOT NULL,
    due_at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, conversation_id, text_id)
);
SELECT protect_tenant_table('write.waiting_text');
CREATE INDEX waiting_text_due ON write.waiting_text (due_at);
