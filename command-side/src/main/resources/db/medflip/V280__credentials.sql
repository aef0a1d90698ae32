-- An address may be claimed for a user who is about to change to it: nobody signs in by it yet, and nobody else gets it
-- for a while. A new password waits until the event of its change was stored.
ALTER TABLE write.sign_in DROP CONSTRAINT sign_in_user_id_key;
ALTER TABLE write.sign_in ADD COLUMN claimed boolean NOT NULL DEFAULT false;
ALTER TABLE write.sign_in ADD COLUMN next_hash text;
ALTER TABLE write.sign_in ADD COLUMN next_change uuid;
CREATE UNIQUE INDEX sign_in_user ON write.sign_in (user_id) WHERE NOT claimed;

-- Who wants to reset a password, known or not: all are answered alike before anybody looks whose address it is.
CREATE TABLE write.password_reset_request (
    request_id   uuid PRIMARY KEY,
    email_index  bytea NOT NULL,
    requested_at timestamptz NOT NULL
);

-- Businesses that have left, and may come back.
CREATE TABLE write.closed_account (
    tenant_id uuid PRIMARY KEY
);
SELECT protect_tenant_table('write.closed_account');
