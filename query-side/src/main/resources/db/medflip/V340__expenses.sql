-- Expenses as they hold now; a voided one stays, and counts nowhere.
CREATE TABLE read.expense (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    spent_on date NOT NULL,
    category text NOT NULL,
    vendor text NOT NULL,
    amount bigint NOT NULL,
    currency text NOT NULL,
    method text NOT NULL,
    note text,
    receipt_id uuid,
    receipt_kind text,
    deal_id uuid,
    sale_id uuid,
    search text NOT NULL,
    voided boolean NOT NULL DEFAULT false,
    void_reason text,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.expense');
CREATE INDEX ON read.expense (tenant_id, spent_on NULLS FIRST, id);
CREATE INDEX ON read.expense (tenant_id, deal_id) WHERE deal_id IS NOT NULL;

-- Business miles as they hold now.
CREATE TABLE read.mileage_trip (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    driven_on date NOT NULL,
    purpose text NOT NULL,
    place_from text,
    place_to text,
    tenths_of_miles integer NOT NULL,
    rate integer NOT NULL,
    deduction bigint NOT NULL,
    currency text NOT NULL,
    deal_id uuid,
    search text NOT NULL,
    voided boolean NOT NULL DEFAULT false,
    void_reason text,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.mileage_trip');
CREATE INDEX ON read.mileage_trip (tenant_id, driven_on NULLS FIRST, id);
