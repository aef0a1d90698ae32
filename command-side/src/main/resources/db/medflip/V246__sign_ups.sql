-- Wishes to sign up: to whom a link is to be mailed, sealed under the service's own key, and of the link's token its hash.
-- The business that comes of it has the wish's id. Nobody is known yet, hence without row-level security; the tenant role
-- has no right to it at all.
CREATE TABLE write.sign_up (
    sign_up_id  uuid PRIMARY KEY,
    token_hash  text NOT NULL UNIQUE,
    email_index bytea NOT NULL,
    email       bytea NOT NULL,
    asked_at    timestamptz NOT NULL,
    mailed      boolean NOT NULL DEFAULT false
);
CREATE INDEX sign_up_unmailed ON write.sign_up (asked_at) WHERE NOT mailed;
CREATE INDEX sign_up_old ON write.sign_up (asked_at);
