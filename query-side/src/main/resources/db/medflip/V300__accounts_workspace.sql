-- The business and its people, as the session and every report need them.
CREATE TABLE read.account (
    tenant_id uuid PRIMARY KEY,
    name text NOT NULL,
    phone text,
    address jsonb,
    currency text NOT NULL,
    time_zone text NOT NULL
);
SELECT protect_tenant_table('read.account');

CREATE TABLE read.account_user (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    email text NOT NULL,
    policy_version text NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.account_user');
