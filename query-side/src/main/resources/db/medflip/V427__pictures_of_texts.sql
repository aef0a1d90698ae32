-- Files that came along with a text, or go with it.
ALTER TABLE read.conversation_text ADD COLUMN picture_ids uuid[];
