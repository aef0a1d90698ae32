-- What each month brought. Two currencies never meet in one row.
CREATE TABLE read.profit_month (
    tenant_id uuid NOT NULL,
    month date NOT NULL,
    currency text NOT NULL,
    sold_boxes integer NOT NULL DEFAULT 0,
    proceeds bigint NOT NULL DEFAULT 0,
    landed_cost bigint NOT NULL DEFAULT 0,
    bought_boxes integer NOT NULL DEFAULT 0,
    paid_out bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, month, currency)
);
SELECT protect_tenant_table('read.profit_month');
