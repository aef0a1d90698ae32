-- Whose a private link is, found by the hash of its token before a business is known. It follows the deals' events: a
-- link that was used, revoked or overtaken has no row.
CREATE TABLE write.offer_link (
    token_hash text PRIMARY KEY,
    tenant_id  uuid NOT NULL,
    deal_id    uuid NOT NULL,
    link_id    uuid NOT NULL
);
SELECT protect_tenant_table('write.offer_link');
CREATE INDEX offer_link_deal ON write.offer_link (tenant_id, deal_id);
