-- Support sessions that a business granted, and who came in by them.
CREATE TABLE read.support (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    reason text NOT NULL,
    may_write boolean NOT NULL,
    granted_at timestamptz NOT NULL,
    granted_by text NOT NULL,
    good_until timestamptz NOT NULL,
    ended_at timestamptz,
    revoked boolean NOT NULL DEFAULT false,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.support');

CREATE TABLE read.support_visit (
    tenant_id uuid NOT NULL,
    support_id uuid NOT NULL,
    position bigint NOT NULL,
    operator_id uuid NOT NULL,
    operator text NOT NULL,
    entered_at timestamptz NOT NULL,
    left_at timestamptz,
    PRIMARY KEY (tenant_id, support_id, position)
);
SELECT protect_tenant_table('read.support_visit');
