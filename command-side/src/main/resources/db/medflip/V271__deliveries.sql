-- Not the whole account alone is made in the background and kept for a day: single lists are too, again and again.
ALTER TABLE write.export
    -- By which schedule; none where it is the whole account.
    ADD COLUMN schedule_id uuid,
    -- The list's address with its filter, sealed, since a filter may name people.
    ADD COLUMN list bytea,
    ADD COLUMN format text,
    -- Behind which position changes are wanted; none where all of the list is.
    ADD COLUMN since bigint,
    ADD COLUMN rows bigint NOT NULL DEFAULT 0,
    ADD COLUMN whole boolean NOT NULL DEFAULT true,
    ADD COLUMN failure text;
CREATE INDEX export_of_schedule ON write.export (tenant_id, schedule_id, asked_at) WHERE schedule_id IS NOT NULL;
