-- What was sold on, to whom, and what it brought.
CREATE TABLE read.sale (
    tenant_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    id uuid NOT NULL,
    deal_id uuid NOT NULL,
    product_id uuid NOT NULL,
    item text NOT NULL,
    buyer text NOT NULL,
    search text NOT NULL,
    quantity integer NOT NULL,
    currency text NOT NULL,
    proceeds bigint NOT NULL,
    landed_cost bigint NOT NULL,
    profit bigint NOT NULL GENERATED ALWAYS AS (proceeds - landed_cost) STORED,
    sold_on date NOT NULL,
    PRIMARY KEY (tenant_id, lot_id, id)
);
SELECT protect_tenant_table('read.sale');
CREATE INDEX ON read.sale (tenant_id, sold_on NULLS FIRST, id);
CREATE INDEX ON read.sale (tenant_id, profit NULLS FIRST, id);
CREATE INDEX ON read.sale (tenant_id, deal_id);
CREATE INDEX ON read.sale (tenant_id, buyer);
