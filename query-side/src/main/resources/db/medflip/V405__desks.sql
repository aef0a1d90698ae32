-- How people have arranged their lists. The desk of a whole business has the business's id.
CREATE TABLE read.desk_columns (
    tenant_id uuid NOT NULL,
    desk_id uuid NOT NULL,
    list text NOT NULL,
    shown text[] NOT NULL,
    PRIMARY KEY (tenant_id, desk_id, list)
);
SELECT protect_tenant_table('read.desk_columns');

CREATE TABLE read.desk_filter (
    tenant_id uuid NOT NULL,
    desk_id uuid NOT NULL,
    id uuid NOT NULL,
    list text NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    dropped boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, desk_id, id)
);
SELECT protect_tenant_table('read.desk_filter');
