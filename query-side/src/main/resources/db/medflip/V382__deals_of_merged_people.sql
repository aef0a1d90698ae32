-- customer_id is who a deal is with; dealt_with who it was with when it was made, which a merge doesn't change.
ALTER TABLE read.deal ADD COLUMN dealt_with uuid;
UPDATE read.deal SET dealt_with = customer_id;
-- Who turned out to be whom.
CREATE TABLE read.deal_person (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    survivor_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.deal_person');
