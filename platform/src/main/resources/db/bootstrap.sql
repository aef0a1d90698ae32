-- Run once by a superuser, before the first start on an external server; the embedded server runs it at each start.
-- ${...} are passwords. The owner migrates and is never used to serve; the others own nothing.
DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY[
        'medflip_owner', 'medflip_service', 'medflip_query', 'medflip_tenant', 'medflip_keys',
        'medflip_gateway'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', role_name);
        END IF;
    END LOOP;
END
$$;

-- Owns the views' tables, makes others beside them, and may do nothing else. Nobody signs in as it: who migrates has its
-- rights, and the query side takes its part where it makes tables, by SET ROLE.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'medflip_views') THEN
        CREATE ROLE medflip_views NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    END IF;
END
$$;
GRANT medflip_views TO medflip_owner WITH INHERIT TRUE, SET TRUE;
GRANT medflip_views TO medflip_query WITH INHERIT FALSE, SET TRUE;

ALTER ROLE medflip_owner PASSWORD '${owner}';
ALTER ROLE medflip_service PASSWORD '${service}';
ALTER ROLE medflip_query PASSWORD '${query}';
ALTER ROLE medflip_tenant PASSWORD '${tenant}';
ALTER ROLE medflip_keys PASSWORD '${keys}';
ALTER ROLE medflip_gateway PASSWORD '${gateway}';

-- Lists and reports sort and add up in memory; compiling their queries costs more than it saves.
ALTER ROLE medflip_tenant SET work_mem = '32MB';
ALTER ROLE medflip_tenant SET jit = off;
