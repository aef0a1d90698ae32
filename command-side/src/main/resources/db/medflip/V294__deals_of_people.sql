-- Which deals a person has, so that nobody is taken back with an import while a deal that it didn't bring stands.
CREATE TABLE write.deal_of_person (
    tenant_id   uuid NOT NULL,
    customer_id uuid NOT NULL,
    deal_id     uuid NOT NULL,
    PRIMARY KEY (tenant_id, customer_id, deal_id)
);
SELECT protect_tenant_table('write.deal_of_person');
