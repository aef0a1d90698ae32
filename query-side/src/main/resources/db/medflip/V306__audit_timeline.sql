-- One row for each event, under what it is about: a person, a product, a deal, or a lot and its deal. No personal data.
CREATE TABLE read.timeline_entry (
    tenant_id uuid NOT NULL,
    position bigint NOT NULL,
    customer_id uuid,
    product_id uuid,
    deal_id uuid,
    lot_id uuid,
    recorded_at timestamptz NOT NULL,
    event text NOT NULL,
    actor text NOT NULL,
    detail jsonb NOT NULL,
    PRIMARY KEY (tenant_id, position)
);
SELECT protect_tenant_table('read.timeline_entry');
CREATE INDEX ON read.timeline_entry (tenant_id, customer_id, position) WHERE customer_id IS NOT NULL;
CREATE INDEX ON read.timeline_entry (tenant_id, product_id, position) WHERE product_id IS NOT NULL;
CREATE INDEX ON read.timeline_entry (tenant_id, deal_id, position) WHERE deal_id IS NOT NULL;
CREATE INDEX ON read.timeline_entry (tenant_id, lot_id, position) WHERE lot_id IS NOT NULL;
