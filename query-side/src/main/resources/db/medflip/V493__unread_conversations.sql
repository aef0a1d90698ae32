-- Today asks for what nobody has read: few of a business's conversations, usually none.
CREATE INDEX conversation_unseen ON read.conversation (tenant_id, last_at NULLS FIRST, id) WHERE unseen;
