-- What a business buys and sells. search holds the beginnings of words, each after a space; twin_key what variants have
-- in common that are meant for different channels.
CREATE TABLE read.product (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    search text NOT NULL,
    twin_key text,
    category text,
    manufacturer text,
    brand text,
    line text,
    count integer,
    unit text,
    code text,
    channel text NOT NULL,
    imported boolean NOT NULL,
    retired boolean NOT NULL DEFAULT false,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.product');
CREATE INDEX ON read.product (tenant_id, sort_name NULLS FIRST, id);
CREATE INDEX ON read.product (tenant_id, twin_key);
