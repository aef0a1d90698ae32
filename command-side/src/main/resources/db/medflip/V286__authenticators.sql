-- What people's authenticator apps share with us, sealed under the key of each person. It is asked while somebody signs
-- in, before there is a session. It is in use once it has recovery codes, a set of which is named here.
CREATE TABLE write.authenticator (
    user_id        uuid PRIMARY KEY,
    tenant_id      uuid NOT NULL,
    secret         bytea NOT NULL,
    recovery_codes uuid,
    -- Of the newest code that was taken: neither it nor an older one is taken again.
    last_step      bigint NOT NULL DEFAULT -1
);
SELECT protect_tenant_table('write.authenticator');
