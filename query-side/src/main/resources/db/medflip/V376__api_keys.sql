-- The keys by which other systems call the API.
CREATE TABLE read.api_key (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    scopes text[] NOT NULL,
    made_at timestamptz NOT NULL,
    made_by text NOT NULL,
    good_until timestamptz,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.api_key');
