-- Archives of other servers that were brought, each time that something of one was entered.
CREATE TABLE read.brought_archive (
    tenant_id  uuid NOT NULL,
    position   bigint NOT NULL,
    id         uuid NOT NULL,
    brought_at timestamptz NOT NULL,
    brought_by text NOT NULL,
    events     bigint NOT NULL,
    entered    bigint NOT NULL,
    files      integer NOT NULL,
    PRIMARY KEY (tenant_id, position)
);
SELECT protect_tenant_table('read.brought_archive');
