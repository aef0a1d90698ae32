-- events: the facts, append-only. read: what is derived from them. write: what the write side keeps beside them
-- (reservations, sign-in, jobs). A table with a tenant_id is under forced row-level security: see protect_tenant_table.

CREATE SCHEMA events;
CREATE SCHEMA read;
CREATE SCHEMA write;

GRANT USAGE ON SCHEMA events, read, write TO medflip_service, medflip_tenant;
ALTER DEFAULT PRIVILEGES IN SCHEMA read, write GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO medflip_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA read, write GRANT USAGE, SELECT ON SEQUENCES TO medflip_service;

-- Puts a table under the two policies that every tenant table has: one tenant a transaction for medflip_tenant (no
-- tenant set = no rows), all tenants for medflip_service, which runs processors and jobs.
CREATE FUNCTION protect_tenant_table(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    EXECUTE format(
        'CREATE POLICY one_tenant ON %s TO medflip_tenant '
        'USING (tenant_id = (SELECT nullif(current_setting(''app.tenant'', true), '''')::uuid)) '
        'WITH CHECK (tenant_id = (SELECT nullif(current_setting(''app.tenant'', true), '''')::uuid))', target);
    EXECUTE format(
        'CREATE POLICY all_tenants ON %s TO medflip_service USING (true) WITH CHECK (true)', target);
    EXECUTE format('GRANT SELECT ON %s TO medflip_tenant', target);
END
$$;
REVOKE ALL ON FUNCTION protect_tenant_table(regclass) FROM PUBLIC;
