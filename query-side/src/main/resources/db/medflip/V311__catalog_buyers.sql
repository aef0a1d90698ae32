-- Wholesale companies that boxes are sold to, and on what terms they buy.
CREATE TABLE read.buyer (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    search text NOT NULL,
    contact text,
    phone text,
    email text,
    note text,
    minimum_months integer NOT NULL,
    grades text[] NOT NULL,
    channels text[] NOT NULL,
    deduction integer NOT NULL,
    price_fixed text NOT NULL,
    payment_days integer NOT NULL,
    retired boolean NOT NULL DEFAULT false,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.buyer');
