-- A number belongs to one person: it is claimed before the command, by a row that counts once an event has confirmed it
-- (claimed_at is null then), and lapses if none does.
ALTER TABLE write.customer_contact ADD COLUMN claimed_at timestamptz;

-- Who was found to be whom: contacts of the one lead to the other.
CREATE TABLE write.merged_customer (
    tenant_id   uuid NOT NULL,
    customer_id uuid NOT NULL,
    survivor_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, customer_id)
);
SELECT protect_tenant_table('write.merged_customer');
