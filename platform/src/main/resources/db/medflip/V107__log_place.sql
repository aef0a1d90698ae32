-- Where the log is kept: in the table here, or at Axon Server, of which the table then is a copy that is never behind for
-- whoever decides. A start under another setting is refused; MoveEvents changes it.
CREATE TABLE events.log_place (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    store    text    NOT NULL CHECK (store IN ('postgresql', 'axonserver'))
);
INSERT INTO events.log_place (store) VALUES ('postgresql');
GRANT SELECT ON events.log_place TO medflip_service;

-- What was stored at Axon Server in one step each, in order: up to which position, how many events of the log by then,
-- and a hash over these and all before. The server has the same, as events of a stream of its own.
CREATE TABLE events.log_group (
    number   bigint PRIMARY KEY CHECK (number >= 0),
    position bigint NOT NULL,
    events   bigint NOT NULL,
    hash     bytea  NOT NULL CHECK (length(hash) = 32)
);
GRANT SELECT, INSERT ON events.log_group TO medflip_service;

-- The log begins there: an empty log is kept wherever the first one who is to add to it wants it. Answers where it is.
CREATE FUNCTION events.begin_log_in(wanted text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7075109867);
    UPDATE events.log_place SET store = wanted
    WHERE store <> wanted AND NOT EXISTS (SELECT FROM events.domain_event);
    RETURN (SELECT store FROM events.log_place);
END
$$;
REVOKE ALL ON FUNCTION events.begin_log_in FROM PUBLIC;
GRANT EXECUTE ON FUNCTION events.begin_log_in TO medflip_service;

-- Adds rows that Axon Server has and the copy lacks, at the positions and moments that they have there: behind all that
-- is here, in order, and only while the log is kept there. tx_id is new, as it means nothing elsewhere.
CREATE POLICY restored ON events.domain_event FOR INSERT TO medflip_owner WITH CHECK (true);
CREATE POLICY counted ON events.domain_event FOR SELECT TO medflip_owner USING (true);
CREATE FUNCTION events.restore(
    positions bigint[], moments timestamptz[], aggregate_identifiers text[], sequence_numbers bigint[], types text[],
    event_identifiers uuid[], time_stamps timestamptz[], payload_types text[], payload_revisions text[],
    payloads bytea[], metadata bytea[], idempotency_keys text[], request_hashes text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7075109867);
    IF NOT EXISTS (SELECT FROM events.log_place WHERE store = 'axonserver') THEN
        RAISE EXCEPTION 'The log is kept here: nothing is restored from elsewhere' USING ERRCODE = '42501';
    END IF;
    IF positions[1] <= (SELECT coalesce(max(global_index), 0) FROM events.domain_event) THEN
        RAISE EXCEPTION 'Position % is behind the end of the log', positions[1];
    END IF;
    INSERT INTO events.domain_event (
        global_index, recorded_at, aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
        payload_type, payload_revision, payload, meta_data, idempotency_key, request_hash)
    OVERRIDING SYSTEM VALUE
    SELECT * FROM unnest(positions, moments, aggregate_identifiers, sequence_numbers, types, event_identifiers,
                         time_stamps, payload_types, payload_revisions, payloads, metadata, idempotency_keys,
                         request_hashes);
    PERFORM setval('events.domain_event_global_index_seq',
                   greatest(positions[array_length(positions, 1)],
                            (SELECT last_value FROM events.domain_event_global_index_seq)));
END
$$;
REVOKE ALL ON FUNCTION events.restore FROM PUBLIC;
GRANT EXECUTE ON FUNCTION events.restore TO medflip_service;
