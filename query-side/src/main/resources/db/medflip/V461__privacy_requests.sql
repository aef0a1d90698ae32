-- What people asked about their data, and what became of it. Nothing here says who they are but for the card's id.
CREATE TABLE read.privacy_request (
    tenant_id    uuid NOT NULL,
    id           uuid NOT NULL,
    kind         text NOT NULL,
    customer_id  uuid NOT NULL,
    way          text NOT NULL,
    received_on  date NOT NULL,
    due_on       date NOT NULL,
    state        text NOT NULL,
    identity     text,
    identity_on  date,
    refused_for  text,
    ended_on     date,
    certificate  text,
    signature    text,
    public_key   text,
    version      bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.privacy_request');
CREATE INDEX ON read.privacy_request (tenant_id, due_on, id);
