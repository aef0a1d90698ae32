-- Whose account at Google opens which account here: a keyed hash of Google's name for it, found before anybody is known.
-- A row waits for its event.
CREATE TABLE write.google_link (
    identity_index bytea PRIMARY KEY,
    tenant_id      uuid NOT NULL,
    user_id        uuid NOT NULL,
    link_id        uuid NOT NULL UNIQUE,
    in_use         boolean NOT NULL DEFAULT false
);
SELECT protect_tenant_table('write.google_link');
CREATE INDEX google_link_user ON write.google_link (tenant_id, user_id);
