-- Whether a user's address was shown to be theirs, which other they want, and whether the business has left.
ALTER TABLE read.account_user ADD COLUMN confirmed boolean NOT NULL DEFAULT false;
ALTER TABLE read.account_user ADD COLUMN wanted_email text;
ALTER TABLE read.account ADD COLUMN closed_on date;
ALTER TABLE read.account ADD COLUMN erased_on date;
