-- Photos of a deal's boxes, line by line, in the order in which they were added.
CREATE TABLE read.deal_photo (
    tenant_id uuid NOT NULL,
    deal_id uuid NOT NULL,
    id uuid NOT NULL,
    line integer NOT NULL,
    kind text NOT NULL,
    added bigint NOT NULL,
    number integer NOT NULL,
    PRIMARY KEY (tenant_id, deal_id, id)
);
SELECT protect_tenant_table('read.deal_photo');
