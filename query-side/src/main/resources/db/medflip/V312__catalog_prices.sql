-- Versions of price lists. The business's own list has the business's id, a buyer's list the buyer's.
CREATE TABLE read.price_list_version (
    tenant_id uuid NOT NULL,
    list_id uuid NOT NULL,
    version integer NOT NULL,
    effective_from date NOT NULL,
    grades jsonb NOT NULL,
    channels jsonb NOT NULL,
    products integer NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text NOT NULL,
    withdrawn boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, list_id, version)
);
SELECT protect_tenant_table('read.price_list_version');

-- What a version says of a product; tiers from the most months to the fewest.
CREATE TABLE read.price_line (
    tenant_id uuid NOT NULL,
    list_id uuid NOT NULL,
    version integer NOT NULL,
    product_id uuid NOT NULL,
    tiers jsonb NOT NULL,
    PRIMARY KEY (tenant_id, list_id, version, product_id)
);
SELECT protect_tenant_table('read.price_line');
CREATE INDEX ON read.price_line (tenant_id, product_id);

-- What each list's own events have come to: the version for If-Match, and of the business's own list the rules.
CREATE TABLE read.price_list (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    latest integer NOT NULL DEFAULT 0,
    month_count text,
    minimum_margin integer,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.price_list');
