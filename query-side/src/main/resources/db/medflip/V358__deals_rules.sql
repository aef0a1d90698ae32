-- What happens to a business's deals by itself, and when.
CREATE TABLE read.deal_rules (
    tenant_id uuid PRIMARY KEY,
    donate_after_days integer NOT NULL,
    close_after_days integer
);
SELECT protect_tenant_table('read.deal_rules');
