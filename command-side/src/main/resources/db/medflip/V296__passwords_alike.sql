-- Which kinds of hashes there are is looked up whenever somebody signs in: a check costs what all of them cost.
CREATE INDEX sign_in_method ON write.sign_in (split_part(password_hash, '$', 1)) WHERE NOT claimed;

-- Of a token that was replaced it is known who replaced it, and no longer only what it was: nobody else may bring it.
ALTER TABLE write.remembered_sign_in RENAME COLUMN previous_hash TO replaced_by;
UPDATE write.remembered_sign_in SET replaced_by = NULL;
