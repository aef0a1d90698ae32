-- People's passkeys: public keys, found by the key's id before anybody is known. The name that a person gave one is
-- sealed under that person's key.
CREATE TABLE write.passkey (
    credential_id   bytea PRIMARY KEY,
    tenant_id       uuid NOT NULL,
    user_id         uuid NOT NULL,
    passkey_id      uuid NOT NULL UNIQUE,
    credential      bytea NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up       boolean NOT NULL,
    counter         bigint NOT NULL,
    name            bytea NOT NULL,
    -- From when its event is stored.
    in_use          boolean NOT NULL DEFAULT false,
    added_at        timestamptz NOT NULL,
    used_at         timestamptz
);
SELECT protect_tenant_table('write.passkey');
CREATE INDEX passkey_user ON write.passkey (tenant_id, user_id);

-- Challenges that were given out and not answered: each is answered once. Of a sign-in nobody knows yet whose it is.
CREATE TABLE write.passkey_challenge (
    challenge  bytea PRIMARY KEY,
    user_id    uuid,
    good_until timestamptz NOT NULL
);
