-- Which businesses asked more than their limit, whichever process refused it: how often, and when last.
CREATE TABLE write.refused_request (
    tenant_id uuid PRIMARY KEY,
    refused   bigint NOT NULL,
    last_at   timestamptz NOT NULL
);
SELECT protect_tenant_table('write.refused_request');
GRANT SELECT, INSERT, UPDATE ON write.refused_request TO medflip_query;
