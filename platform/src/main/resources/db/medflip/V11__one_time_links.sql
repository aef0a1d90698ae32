-- Whose a link in a mail is and what it is for, found by the hash of its token before a tenant is known. Whether it may
-- still be used, its aggregate says.
CREATE TABLE write.one_time_link (
    token_hash text PRIMARY KEY,
    tenant_id  uuid NOT NULL,
    link_id    uuid NOT NULL,
    subject    text NOT NULL,
    purpose    text NOT NULL,
    good_until timestamptz NOT NULL
);
SELECT protect_tenant_table('write.one_time_link');
CREATE INDEX one_time_link_old ON write.one_time_link (good_until);
