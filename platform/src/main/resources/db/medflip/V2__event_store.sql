-- The facts. Nobody can change, remove, date or number one: the service may insert, and only the columns it has a say
-- in; position, transaction and time of recording are the database's own.
CREATE TABLE events.domain_event (
    -- Position in the log. Rows become visible in this order (see events.append); it may have holes.
    global_index         bigint      GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    sequence_number      bigint      NOT NULL CHECK (sequence_number >= 0),
    time_stamp           timestamptz NOT NULL,
    recorded_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    tx_id                xid8        NOT NULL DEFAULT pg_current_xact_id(),
    -- Every stream's name begins with its tenant. An event of no tenant can't be stored.
    tenant_id            uuid        NOT NULL GENERATED ALWAYS AS (left(aggregate_identifier, 36)::uuid) STORED,
    -- Not unique by an index: stream and version already are, and a third random index would cost each append.
    event_identifier     uuid        NOT NULL,
    -- Names, not words: compared byte by byte, which is several times cheaper than by a language's rules.
    aggregate_identifier text        COLLATE "C" NOT NULL,
    type                 text        NOT NULL,
    payload_type         text        NOT NULL,
    payload_revision     text,
    payload              bytea       NOT NULL,
    meta_data            bytea       NOT NULL,
    -- Of a command's last event only: what a repeat of the command is answered with.
    idempotency_key      text        COLLATE "C",
    request_hash         text,
    CONSTRAINT one_event_a_version UNIQUE (aggregate_identifier, sequence_number),
    CONSTRAINT key_with_hash CHECK ((idempotency_key IS NULL) = (request_hash IS NULL))
);

-- The stream of one tenant: a page of it costs the same however many others there are.
CREATE INDEX tenant_stream ON events.domain_event (tenant_id, global_index);
CREATE UNIQUE INDEX one_answer_a_key ON events.domain_event (tenant_id, idempotency_key)
    WHERE idempotency_key IS NOT NULL;

SELECT protect_tenant_table('events.domain_event');
GRANT SELECT ON events.domain_event TO medflip_service;
GRANT INSERT (sequence_number, time_stamp, event_identifier, aggregate_identifier, type, payload_type,
              payload_revision, payload, meta_data, idempotency_key, request_hash)
    ON events.domain_event TO medflip_service;

-- Appends the events of several commands ("members") in one transaction: each command's all or none. Arrays run in
-- parallel, one element an event, a member's events side by side.
--   follows          for a member's first event in a stream, the version it was decided on, -1 for a new stream; null
--                    for the others. A stream is in one member only.
--   idempotency_keys for a member's last event, its key, if it has one
-- Answers which members are refused, because their stream is not (or no longer) at that version or because their key
-- was used before, and the positions of all other events in the order given.
--
-- The lock is what makes order of positions = order of becoming visible, over all nodes: it is taken before a position
-- is drawn and let go after the rows are visible, so no reader can pass a position that fills later. Each statement of
-- the function sees what was committed before it began, so the heads are read as they stand under the lock.
CREATE FUNCTION events.append(
    members integer[], aggregate_identifiers text[], sequence_numbers bigint[], follows bigint[], types text[],
    event_identifiers uuid[], time_stamps timestamptz[], payload_types text[], payload_revisions text[],
    payloads bytea[], metadata bytea[], idempotency_keys text[], request_hashes text[],
    OUT stale integer[], OUT repeated integer[], OUT positions bigint[])
LANGUAGE plpgsql
-- The plan is always the same: one look into an index for each element.
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7075109867);

    SELECT coalesce(array_agg(given.member), '{}') INTO stale
    FROM unnest(members, aggregate_identifiers, follows) AS given (member, aggregate_identifier, follows)
    WHERE given.follows IS NOT NULL
      AND given.follows <> coalesce(
          (SELECT e.sequence_number FROM events.domain_event e
           WHERE e.aggregate_identifier = given.aggregate_identifier
           ORDER BY e.sequence_number DESC LIMIT 1), -1);

    SELECT coalesce(array_agg(given.member), '{}') INTO repeated
    FROM unnest(members, aggregate_identifiers, idempotency_keys) AS given (member, aggregate_identifier, key)
    WHERE given.key IS NOT NULL
      -- A scalar subquery is a probe for each key; EXISTS could become a join with the whole table.
      AND (SELECT e.global_index FROM events.domain_event e
           WHERE e.tenant_id = left(given.aggregate_identifier, 36)::uuid AND e.idempotency_key = given.key)
          IS NOT NULL;

    WITH stored AS (
        INSERT INTO events.domain_event (
            aggregate_identifier, sequence_number, type, event_identifier, time_stamp, payload_type, payload_revision,
            payload, meta_data, idempotency_key, request_hash)
        SELECT given.aggregate_identifier, given.sequence_number, given.type, given.event_identifier,
               given.time_stamp, given.payload_type, given.payload_revision, given.payload, given.meta_data,
               given.idempotency_key, given.request_hash
        FROM unnest(members, aggregate_identifiers, sequence_numbers, types, event_identifiers, time_stamps,
                    payload_types, payload_revisions, payloads, metadata, idempotency_keys, request_hashes)
             WITH ORDINALITY
             AS given (member, aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
                       payload_type, payload_revision, payload, meta_data, idempotency_key, request_hash, place)
        WHERE given.member <> ALL (stale) AND given.member <> ALL (repeated)
        ORDER BY given.place
        RETURNING global_index)
    SELECT coalesce(array_agg(global_index ORDER BY global_index), '{}') INTO positions FROM stored;
END
$$;

REVOKE ALL ON FUNCTION events.append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION events.append TO medflip_service;
