-- Sales to buyers. The facts of a sale, of its lots and of the book of invoices may come in any order: what lots book may
-- be here before the sale, which is shown once its state is set. What was agreed is earned when it ships.
CREATE TABLE read.sale (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    buyer text,
    search text,
    state text,
    dated_on date,
    ship_on date,
    minimum_months integer,
    boxes integer,
    currency text,
    price bigint NOT NULL DEFAULT 0,
    deducted bigint NOT NULL DEFAULT 0,
    received bigint NOT NULL DEFAULT 0,
    landed_cost bigint NOT NULL DEFAULT 0,
    offered_on date,
    confirmed_on date,
    packed_on date,
    shipped_on date,
    carrier text,
    tracking text,
    delivered_on date,
    inspected_on date,
    invoice_number integer,
    invoiced_on date,
    due_on date,
    closed_on date,
    cancelled_on date,
    version bigint,
    profit bigint GENERATED ALWAYS AS
        (CASE WHEN shipped_on IS NOT NULL THEN price - deducted - landed_cost END) STORED,
    owed bigint GENERATED ALWAYS AS
        (CASE WHEN shipped_on IS NOT NULL THEN price - deducted - received ELSE 0 END) STORED,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.sale');
CREATE INDEX ON read.sale (tenant_id, dated_on NULLS FIRST, id);
CREATE INDEX ON read.sale (tenant_id, profit NULLS FIRST, id);
CREATE INDEX ON read.sale (tenant_id, buyer);
CREATE INDEX ON read.sale (tenant_id, due_on) WHERE owed > 0;

CREATE TABLE read.sale_line (
    tenant_id uuid NOT NULL,
    sale_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    line integer NOT NULL,
    quantity integer NOT NULL,
    currency text NOT NULL,
    price bigint NOT NULL,
    rejected integer NOT NULL DEFAULT 0,
    fate text,
    deducted bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, sale_id, lot_id)
);
SELECT protect_tenant_table('read.sale_line');

CREATE TABLE read.receipt (
    tenant_id uuid NOT NULL,
    sale_id uuid NOT NULL,
    id uuid NOT NULL,
    amount bigint NOT NULL,
    currency text NOT NULL,
    method text NOT NULL,
    reference text,
    received_on date NOT NULL,
    undone_on date,
    PRIMARY KEY (tenant_id, sale_id, id)
);
SELECT protect_tenant_table('read.receipt');

-- What the lots booked: the sold boxes, what they brought in the end, and what they had cost.
CREATE TABLE read.sold_lot (
    tenant_id uuid NOT NULL,
    sale_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    deal_id uuid NOT NULL,
    product_id uuid NOT NULL,
    item text NOT NULL,
    buyer text NOT NULL,
    quantity integer NOT NULL,
    currency text NOT NULL,
    proceeds bigint NOT NULL,
    landed_cost bigint NOT NULL,
    profit bigint NOT NULL GENERATED ALWAYS AS (proceeds - landed_cost) STORED,
    sold_on date NOT NULL,
    PRIMARY KEY (tenant_id, lot_id, sale_id)
);
SELECT protect_tenant_table('read.sold_lot');
CREATE INDEX ON read.sold_lot (tenant_id, deal_id);
CREATE INDEX ON read.sold_lot (tenant_id, sale_id);
