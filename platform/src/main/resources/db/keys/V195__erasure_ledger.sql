-- Who was forgotten, of all tenants: compared at each start with the ledger that lies outside of the databases.
CREATE FUNCTION keyring.fences() RETURNS TABLE (tenant_id uuid, subject text, fenced_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
    SELECT f.tenant_id, f.subject, f.fenced_at FROM keyring.fence f ORDER BY f.fenced_at, f.tenant_id, f.subject
$$;

-- That this system came out of a backup, and how far that is; no row where it didn't. LOADING: one of the two databases
-- may be filled and the other not. LOADED: both are as they were, and who was forgotten since isn't forgotten here yet.
-- SERVING: that is done too.
CREATE TABLE keyring.restoration (
    only_one    boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    backup      text NOT NULL,
    state       text NOT NULL CHECK (state IN ('LOADING', 'LOADED', 'SERVING')),
    restored_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION keyring.restoration_state() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
    SELECT r.state FROM keyring.restoration r
$$;

-- Whoever was forgotten since is forgotten here too.
CREATE FUNCTION keyring.restoration_serves() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
    UPDATE keyring.restoration SET state = 'SERVING' WHERE state = 'LOADED'
$$;

REVOKE ALL ON keyring.restoration FROM PUBLIC;
REVOKE ALL ON FUNCTION keyring.fences(), keyring.restoration_state(), keyring.restoration_serves() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keyring.fences(), keyring.restoration_state(), keyring.restoration_serves() TO medflip_keys;
