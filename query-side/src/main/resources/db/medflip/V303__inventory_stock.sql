-- What is and was on the shelf. An expiry is the first day of its month.
CREATE TABLE read.lot (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    deal_id uuid NOT NULL,
    product_id uuid NOT NULL,
    item text NOT NULL,
    search text NOT NULL,
    expiry date NOT NULL,
    grade text NOT NULL,
    stocked integer NOT NULL,
    on_hand integer NOT NULL,
    currency text NOT NULL,
    landed_cost bigint NOT NULL,
    cost_on_hand bigint NOT NULL,
    proceeds bigint NOT NULL DEFAULT 0,
    profit bigint NOT NULL GENERATED ALWAYS AS (proceeds - landed_cost + cost_on_hand) STORED,
    stocked_on date NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.lot');
CREATE INDEX ON read.lot (tenant_id, expiry NULLS FIRST, id) WHERE on_hand > 0;
CREATE INDEX ON read.lot (tenant_id, stocked_on NULLS FIRST, id);
