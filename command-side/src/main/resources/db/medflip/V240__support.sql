-- Support sessions that aren't over: what an operator may enter, and when its time ends. It follows their events.
CREATE TABLE write.support_grant (
    tenant_id  uuid NOT NULL,
    support_id uuid NOT NULL,
    may_write  boolean NOT NULL,
    good_until timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, support_id)
);
SELECT protect_tenant_table('write.support_grant');
CREATE INDEX support_grant_end ON write.support_grant (good_until);

-- Which sessions of operators are in a business by a support session: they end with it.
CREATE TABLE write.support_visit (
    session_id char(36) PRIMARY KEY,
    tenant_id  uuid NOT NULL,
    support_id uuid NOT NULL
);
SELECT protect_tenant_table('write.support_visit');
CREATE INDEX support_visit_grant ON write.support_visit (tenant_id, support_id);
