-- When somebody was last forgotten, of all tenants: each node asks it, and lets go of what it remembers where it is news.
CREATE FUNCTION keyring.newest_fence() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
    SELECT max(f.fenced_at) FROM keyring.fence f
$$;
CREATE INDEX fence_newest ON keyring.fence (fenced_at);
REVOKE ALL ON FUNCTION keyring.newest_fence() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keyring.newest_fence() TO medflip_keys;
