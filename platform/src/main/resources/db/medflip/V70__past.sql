-- Views of past moments. Each has a schema of its own with twins of the views' tables, filled by replay when somebody
-- asks and dropped when nobody has for a while. What is here says which there are. Nothing of them is logged: after a
-- crash of the server all are empty, these tables too, and a schema that isn't named here is dropped.
CREATE SCHEMA past;
GRANT USAGE ON SCHEMA past TO medflip_service, medflip_tenant;

CREATE UNLOGGED TABLE past.moment (
    tenant_id   uuid        NOT NULL,
    position    bigint      NOT NULL,
    schema_name text        NOT NULL UNIQUE,
    -- A step from which later moments are filled: kept until nobody is to know any more what it holds.
    milestone   boolean     NOT NULL DEFAULT false,
    made_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    used_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, position)
);
SELECT protect_tenant_table('past.moment');

-- Which views of a moment are filled, by their processing groups.
CREATE UNLOGGED TABLE past.filled (
    tenant_id uuid   NOT NULL,
    position  bigint NOT NULL,
    view      text   NOT NULL,
    -- How many events the view took of those that were replayed for it.
    events    bigint NOT NULL,
    PRIMARY KEY (tenant_id, position, view),
    FOREIGN KEY (tenant_id, position) REFERENCES past.moment ON DELETE CASCADE
);
SELECT protect_tenant_table('past.filled');

-- Schemas and tables are made and dropped by the owner, who notes it here in the same transaction.
CREATE POLICY maker ON past.moment TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY maker ON past.filled TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (used_at) ON past.moment TO medflip_service;
GRANT SELECT ON past.filled TO medflip_service;

-- A tenant's stream by the time of recording: the last position at that time or before, 0 where there is none. Times
-- rise with positions, so it is found by halving.
CREATE FUNCTION events.position_at(of_tenant uuid, moment timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
DECLARE
    low  bigint := 0;
    high bigint;
    middle bigint;
    at timestamptz;
    found_at bigint;
BEGIN
    SELECT global_index, recorded_at INTO high, at FROM events.domain_event
    WHERE (tenant_id, global_index) <= (of_tenant, 9223372036854775807) AND tenant_id >= of_tenant
    ORDER BY tenant_id DESC, global_index DESC LIMIT 1;
    IF high IS NULL OR at <= moment THEN
        RETURN coalesce(high, 0);
    END IF;
    -- Every event up to low was recorded in time, the one at high wasn't.
    WHILE high > low LOOP
        middle := low + (high - low) / 2;
        SELECT global_index, recorded_at INTO found_at, at FROM events.domain_event
        WHERE (tenant_id, global_index) > (of_tenant, middle) AND tenant_id <= of_tenant
        ORDER BY tenant_id, global_index LIMIT 1;
        IF at <= moment THEN
            low := found_at;
        ELSE
            high := middle;
        END IF;
    END LOOP;
    SELECT global_index INTO found_at FROM events.domain_event
    WHERE (tenant_id, global_index) <= (of_tenant, low) AND tenant_id >= of_tenant
    ORDER BY tenant_id DESC, global_index DESC LIMIT 1;
    RETURN coalesce(found_at, 0);
END
$$;
REVOKE ALL ON FUNCTION events.position_at FROM PUBLIC;
GRANT EXECUTE ON FUNCTION events.position_at TO medflip_service;

-- A rebuild of a view has seen what was set aside of it: its dead letters go in the transaction that shows it.
CREATE POLICY rebuilder ON write.dead_letter TO CURRENT_USER USING (true) WITH CHECK (true);
