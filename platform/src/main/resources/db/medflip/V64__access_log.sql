-- Who has looked at what: the second log, sealed like the events. Ids and addresses of the API, nothing that anybody
-- said and no address of a person. Gone after 90 days (see AccessLog); the hashes stay.
CREATE TABLE write.access_entry (
    tenant_id uuid        NOT NULL,
    -- Its place in this log over all tenants; visible in this order, since one at a time adds.
    position  bigint      GENERATED ALWAYS AS IDENTITY (CACHE 1),
    tx_id     xid8        NOT NULL DEFAULT pg_current_xact_id(),
    at        timestamptz NOT NULL,
    actor     text        NOT NULL,
    what      text        NOT NULL,
    record_id uuid,
    PRIMARY KEY (tenant_id, position)
);
CREATE UNIQUE INDEX access_log_order ON write.access_entry (position);
CREATE INDEX access_of_a_record ON write.access_entry (tenant_id, record_id, position) WHERE record_id IS NOT NULL;
CREATE INDEX access_by_age ON write.access_entry (at);
SELECT protect_tenant_table('write.access_entry');
REVOKE UPDATE ON write.access_entry FROM medflip_service;
