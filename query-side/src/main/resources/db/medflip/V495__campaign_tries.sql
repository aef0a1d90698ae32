-- Which try of a text is the second, the inbox knows; told here as well, it was lost where a campaign's facts came after a
-- conversation's. Written anew from the log.
ALTER TABLE read.campaign_recipient DROP COLUMN first_text_id;
TRUNCATE read.campaign, read.campaign_recipient;
DELETE FROM read.token_entry WHERE processor_name = 'messaging.campaigns';
CREATE INDEX ON read.conversation_text (tenant_id, second_try_of) WHERE second_try_of IS NOT NULL;
