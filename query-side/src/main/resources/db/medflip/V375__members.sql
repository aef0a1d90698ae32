-- Who works for a business, and who was asked to.
CREATE TABLE read.account_member (
    tenant_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role text NOT NULL,
    joined_at timestamptz NOT NULL,
    removed boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, user_id)
);

-- As a rebuild would have it: who signed up is an owner. Row-level security binds the migrations' role too, meanwhile.
ALTER TABLE read.account_user NO FORCE ROW LEVEL SECURITY;
ALTER TABLE events.domain_event NO FORCE ROW LEVEL SECURITY;
INSERT INTO read.account_member (tenant_id, user_id, role, joined_at)
SELECT u.tenant_id, u.id, 'OWNER', e.time_stamp
FROM read.account_user u
JOIN events.domain_event e
    ON e.aggregate_identifier = u.tenant_id || '/user/' || u.id AND e.sequence_number = 0;
ALTER TABLE events.domain_event FORCE ROW LEVEL SECURITY;
ALTER TABLE read.account_user FORCE ROW LEVEL SECURITY;
SELECT protect_tenant_table('read.account_member');

ALTER TABLE read.account ADD COLUMN version bigint NOT NULL DEFAULT 0;

CREATE TABLE read.invitation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    token_hash text NOT NULL UNIQUE,
    email text NOT NULL,
    role text NOT NULL,
    invited_at timestamptz NOT NULL,
    good_until timestamptz NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.invitation');
