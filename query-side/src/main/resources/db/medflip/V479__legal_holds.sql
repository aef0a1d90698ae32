-- What the law has kept of a business, or of one of its people. By what the order is found again is forgotten when the
-- hold is released.
CREATE TABLE read.legal_hold (
    tenant_id   uuid NOT NULL,
    id          uuid NOT NULL,
    customer_id uuid,
    basis       text NOT NULL,
    reference   text,
    placed_on   date NOT NULL,
    placed_by   text NOT NULL,
    reviewed_on date,
    review_on   date NOT NULL,
    released_on date,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.legal_hold');
