-- A text that says again what another one said, to somebody whose phone was out of reach.
ALTER TABLE read.conversation_text ADD COLUMN second_try_of uuid;
