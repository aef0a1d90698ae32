-- A row for each thing that happened in a business: who, when, to what. What it says stands in the log, and what a
-- history tells of it in timeline_entry. No personal data.
CREATE TABLE read.journal_entry (
    tenant_id   uuid        NOT NULL,
    position    bigint      NOT NULL,
    recorded_at timestamptz NOT NULL,
    event       text        COLLATE "C" NOT NULL,
    -- The event's domain, the first part of its name.
    domain      text        COLLATE "C" NOT NULL,
    actor       text        COLLATE "C" NOT NULL,
    -- Who that is: user, key, job …, the first part of the actor.
    way         text        COLLATE "C" NOT NULL,
    -- Whose stream it is in.
    kind        text        COLLATE "C" NOT NULL,
    record_id   uuid        NOT NULL,
    PRIMARY KEY (tenant_id, position)
);
SELECT protect_tenant_table('read.journal_entry');
CREATE INDEX ON read.journal_entry (tenant_id, record_id, position);
CREATE INDEX ON read.journal_entry (tenant_id, actor, position);
CREATE INDEX ON read.journal_entry (tenant_id, recorded_at);
