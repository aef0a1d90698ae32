-- Why an invitation's mail didn't arrive, if it didn't. No event told it before.
ALTER TABLE read.invitation ADD COLUMN mail_fault text;
