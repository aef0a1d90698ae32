-- Whose an API key is, found by the key's hash before a business is known. It follows the keys' events: a key that was
-- revoked has no row.
CREATE TABLE write.api_key (
    token_hash text PRIMARY KEY,
    tenant_id  uuid NOT NULL,
    key_id     uuid NOT NULL,
    scopes     text[] NOT NULL,
    good_until timestamptz,
    -- Noted at most once a minute.
    used_at    timestamptz,
    UNIQUE (tenant_id, key_id)
);
SELECT protect_tenant_table('write.api_key');

-- Sessions from before there were roles don't say one: whoever had one signs in again.
DELETE FROM write.spring_session;
