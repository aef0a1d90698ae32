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

ALTER ROLE medflip_owner PASSWORD '${owner}';
ALTER ROLE medflip_service PASSWORD '${service}';
ALTER ROLE medflip_query PASSWORD '${query}';
ALTER ROLE medflip_tenant PASSWORD '${tenant}';
ALTER ROLE medflip_keys PASSWORD '${keys}';
ALTER ROLE medflip_gateway PASSWORD '${gateway}';

-- Lists and reports sort and add up in memory; compiling their queries costs more than it saves.
ALTER ROLE medflip_tenant SET work_mem = '32MB';
ALTER ROLE medflip_tenant SET jit = off;
