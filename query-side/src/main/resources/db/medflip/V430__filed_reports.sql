-- Reports that were put on record: which, as of when, and the hash of what they said.
CREATE TABLE read.filed_report (
    tenant_id uuid NOT NULL,
    id        uuid NOT NULL,
    report    text NOT NULL,
    filter    text NOT NULL,
    up_to     bigint NOT NULL,
    as_of     timestamptz NOT NULL,
    sha256    text NOT NULL,
    bytes     bigint NOT NULL,
    filed_at  timestamptz NOT NULL,
    filed_by  text NOT NULL,
    position  bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.filed_report');
