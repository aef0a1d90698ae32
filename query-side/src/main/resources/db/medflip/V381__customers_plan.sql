-- What a business writes on the cards of its people.
CREATE TABLE read.card_plan (
    tenant_id uuid PRIMARY KEY,
    plan jsonb NOT NULL
);
SELECT protect_tenant_table('read.card_plan');

-- What each name that a lead source ever had is called now.
CREATE TABLE read.lead_source_name (
    tenant_id uuid NOT NULL,
    name text NOT NULL,
    shown text NOT NULL,
    PRIMARY KEY (tenant_id, name)
);
SELECT protect_tenant_table('read.lead_source_name');

CREATE TABLE read.lead_source_cost (
    tenant_id uuid NOT NULL,
    shown text NOT NULL,
    month date NOT NULL,
    amount bigint NOT NULL,
    currency text NOT NULL,
    PRIMARY KEY (tenant_id, shown, month)
);
SELECT protect_tenant_table('read.lead_source_cost');
