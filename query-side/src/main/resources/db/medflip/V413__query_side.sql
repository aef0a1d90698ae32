-- The query side as a process of its own: it fills views and answers from them. It reads the log and can't add to it, and
-- of what the write side keeps it has what the doors and the lists need, and nothing that opens anything.
GRANT USAGE ON SCHEMA events, read, write TO medflip_query;
GRANT SELECT ON events.domain_event TO medflip_query;
-- It doesn't migrate, and sees that somebody has.
GRANT SELECT ON public.flyway_schema_history TO medflip_query;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA read TO medflip_query;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA read TO medflip_query;
ALTER DEFAULT PRIVILEGES IN SCHEMA read GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO medflip_query;
ALTER DEFAULT PRIVILEGES IN SCHEMA read GRANT USAGE, SELECT ON SEQUENCES TO medflip_query;

DO $$
DECLARE
    allowed record;
    target regclass;
BEGIN
    FOR allowed IN
        SELECT * FROM (VALUES
            -- Who is signed in, by a session or a key, and what they look at.
            ('write.spring_session', 'SELECT, INSERT, UPDATE, DELETE'),
            ('write.spring_session_attributes', 'SELECT, INSERT, UPDATE, DELETE'),
            ('write.api_key', 'SELECT, UPDATE'),
            ('write.one_time_link', 'SELECT'),
            ('write.subscription', 'SELECT'),
            ('write.feature_use', 'SELECT, INSERT, UPDATE'),
            ('write.support_look', 'SELECT, INSERT, UPDATE'),
            -- What its lists show beside the views.
            ('write.erasure', 'SELECT'),
            ('write.tenant_size', 'SELECT'),
            ('write.file', 'SELECT'),
            -- What it makes.
            ('write.export', 'SELECT, UPDATE'),
            ('write.export_part', 'SELECT, INSERT, DELETE'),
            ('write.dead_letter', 'SELECT, INSERT, UPDATE, DELETE')) AS t (name, rights)
    LOOP
        IF to_regclass(allowed.name) IS NOT NULL THEN
            EXECUTE format('GRANT %s ON %s TO medflip_query', allowed.rights, allowed.name);
        END IF;
    END LOOP;
    FOR target IN SELECT polrelid FROM pg_policy WHERE polname = 'all_tenants' LOOP
        EXECUTE format('ALTER POLICY all_tenants ON %s TO medflip_service, medflip_query', target);
    END LOOP;
END
$$;

-- As V1 has it, with one more role that works for all tenants; what it may do at a table, its grants say.
CREATE OR REPLACE FUNCTION protect_tenant_table(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    EXECUTE format(
        'CREATE POLICY one_tenant ON %s TO medflip_tenant '
        'USING (tenant_id = (SELECT nullif(current_setting(''app.tenant'', true), '''')::uuid)) '
        'WITH CHECK (tenant_id = (SELECT nullif(current_setting(''app.tenant'', true), '''')::uuid))', target);
    EXECUTE format(
        'CREATE POLICY all_tenants ON %s TO medflip_service, medflip_query USING (true) WITH CHECK (true)', target);
    EXECUTE format('GRANT SELECT ON %s TO medflip_tenant', target);
END
$$;
