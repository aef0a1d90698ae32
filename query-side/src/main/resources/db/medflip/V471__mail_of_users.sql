-- Whether mails reach a user, and whether they want those that they can do without.
ALTER TABLE read.account_user ADD COLUMN mail_fault text;
ALTER TABLE read.account_user ADD COLUMN optional_mail boolean NOT NULL DEFAULT true;
