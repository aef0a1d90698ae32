-- Which session a sign-in opened: what is done in it was done from there. Gone with the row, after 90 days.
ALTER TABLE write.sign_in_record ADD COLUMN session_id uuid;
CREATE INDEX sign_in_of_a_session ON write.sign_in_record (tenant_id, session_id) WHERE session_id IS NOT NULL;
