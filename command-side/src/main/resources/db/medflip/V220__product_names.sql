-- Finds a product by the name it has now.
CREATE TABLE write.product_name (
    tenant_id   uuid NOT NULL,
    product_id  uuid NOT NULL,
    name        text NOT NULL,
    folded_name text NOT NULL,
    PRIMARY KEY (tenant_id, product_id)
);
SELECT protect_tenant_table('write.product_name');
CREATE INDEX product_name_folded ON write.product_name (tenant_id, folded_name);
