-- When the next delivery of each schedule is due, over all businesses. It follows the schedules' events.
CREATE TABLE write.delivery_time (
    tenant_id    uuid NOT NULL,
    schedule_id  uuid NOT NULL,
    rhythm       text NOT NULL,
    weekday      text,
    day_of_month integer,
    hour         integer NOT NULL,
    -- None while it is paused.
    next_at      timestamptz,
    PRIMARY KEY (tenant_id, schedule_id)
);
SELECT protect_tenant_table('write.delivery_time');
CREATE INDEX delivery_time_next ON write.delivery_time (next_at) WHERE next_at IS NOT NULL;
