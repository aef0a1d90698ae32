-- How far each processor is, and the events that a processor couldn't take. Column names are those that the tables'
-- reader is told in ProcessingConfiguration.
CREATE TABLE read.token_entry (
    processor_name text NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    timestamp      text NOT NULL,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);

-- The payload is as it stands in the log: personal values are ciphertext here too.
CREATE TABLE write.dead_letter (
    dead_letter_id       text PRIMARY KEY,
    processing_group     text NOT NULL,
    sequence_identifier  text NOT NULL,
    sequence_index       bigint NOT NULL,
    message_type         text NOT NULL,
    event_identifier     text NOT NULL,
    time_stamp           text NOT NULL,
    payload_type         text NOT NULL,
    payload_revision     text,
    payload              bytea NOT NULL,
    meta_data            bytea,
    aggregate_type       text,
    aggregate_identifier text NOT NULL,
    sequence_number      bigint,
    token_type           text,
    token                bytea,
    enqueued_at          text NOT NULL,
    last_touched         text,
    processing_started   text,
    cause_type           text,
    cause_message        text,
    diagnostics          bytea,
    tenant_id            uuid NOT NULL GENERATED ALWAYS AS (left(aggregate_identifier, 36)::uuid) STORED,
    UNIQUE (processing_group, sequence_identifier, sequence_index)
);
SELECT protect_tenant_table('write.dead_letter');
