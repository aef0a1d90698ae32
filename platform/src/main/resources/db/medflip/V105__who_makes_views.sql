-- Views of past moments, comparisons and rebuilds need tables beside the live ones. They are made by a role that owns
-- views and nothing else, in whatever process there are projections: a query side too, which neither adds to the log
-- nor sees what the write side keeps. Tables of views are handed to it whenever somebody has migrated.
DO $$
BEGIN
    EXECUTE format('GRANT CREATE ON DATABASE %I TO medflip_views', current_database());
END
$$;
GRANT USAGE, CREATE ON SCHEMA read TO medflip_views;
GRANT USAGE ON SCHEMA past, write TO medflip_views;
GRANT EXECUTE ON FUNCTION protect_tenant_table(regclass) TO medflip_views;

GRANT SELECT, INSERT, UPDATE, DELETE ON past.moment, past.filled TO medflip_views;
CREATE POLICY views ON past.moment TO medflip_views USING (true) WITH CHECK (true);
CREATE POLICY views ON past.filled TO medflip_views USING (true) WITH CHECK (true);
GRANT SELECT, DELETE ON write.dead_letter TO medflip_views;
CREATE POLICY views ON write.dead_letter TO medflip_views USING (true) WITH CHECK (true);

-- What a query side asks itself about the past.
GRANT USAGE ON SCHEMA past TO medflip_query;
GRANT SELECT, UPDATE (used_at) ON past.moment TO medflip_query;
GRANT SELECT ON past.filled TO medflip_query;
GRANT EXECUTE ON FUNCTION events.position_at TO medflip_query;
