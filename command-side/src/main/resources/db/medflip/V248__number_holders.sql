-- Who in the books has a number that is texted, so that it is known where they are. The conversation is named by a keyed
-- hash of the number.
CREATE TABLE write.number_holder (
    tenant_id       uuid NOT NULL,
    conversation_id uuid NOT NULL,
    customer_id     uuid NOT NULL,
    PRIMARY KEY (tenant_id, conversation_id, customer_id)
);
SELECT protect_tenant_table('write.number_holder');
CREATE INDEX number_holder_of_person ON write.number_holder (tenant_id, customer_id);
