-- Whose a private link is, found by the hash of its token before a business is known.
CREATE TABLE read.offer_link (
    token_hash text PRIMARY KEY,
    tenant_id uuid NOT NULL,
    deal_id uuid NOT NULL
);
SELECT protect_tenant_table('read.offer_link');
CREATE INDEX ON read.offer_link (tenant_id, deal_id);
