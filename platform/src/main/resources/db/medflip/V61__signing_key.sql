-- By which the service signs certificates (Ed25519): the private key sealed under the service's own key, the public one as
-- it is handed out. Never changed; the newest signs. It is the service's own, which stands like a tenant of the nil UUID.
CREATE TABLE write.signing_key (
    tenant_id   uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    key_number  integer GENERATED ALWAYS AS IDENTITY,
    public_key  bytea NOT NULL,
    sealed      bytea NOT NULL,
    made_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, key_number)
);
SELECT protect_tenant_table('write.signing_key');
REVOKE UPDATE, DELETE ON write.signing_key FROM medflip_service;
