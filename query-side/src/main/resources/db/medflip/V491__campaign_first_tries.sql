-- A text that is tried a second time was paid for twice: the recipient keeps both. Written anew from the log.
ALTER TABLE read.campaign_recipient ADD COLUMN first_text_id uuid;
TRUNCATE read.campaign, read.campaign_recipient;
DELETE FROM read.token_entry WHERE processor_name = 'messaging.campaigns';
