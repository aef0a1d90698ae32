-- Up to which version of the policy it was seen to that the user knows it.
ALTER TABLE write.sign_in ADD COLUMN policy_told text NOT NULL DEFAULT '';
