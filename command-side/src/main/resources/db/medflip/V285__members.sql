-- A session carries its user's role. Who signed up before there were roles is an owner.
ALTER TABLE write.sign_in ADD COLUMN role text NOT NULL DEFAULT 'OWNER';
ALTER TABLE write.sign_in ALTER COLUMN role DROP DEFAULT;

-- Whose a private link to an invitation is, found by the hash of its token before a business is known. It follows the
-- invitations' events: one that was used or revoked has no row.
CREATE TABLE write.invitation (
    token_hash    text PRIMARY KEY,
    tenant_id     uuid NOT NULL,
    invitation_id uuid NOT NULL,
    email_index   bytea NOT NULL,
    role          text NOT NULL,
    UNIQUE (tenant_id, invitation_id)
);
SELECT protect_tenant_table('write.invitation');
