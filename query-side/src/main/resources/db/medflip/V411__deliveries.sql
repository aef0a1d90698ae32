-- Lists that are delivered again and again, and what became of each delivery.
CREATE TABLE read.delivery_schedule (
    tenant_id    uuid NOT NULL,
    id           uuid NOT NULL,
    user_id      uuid NOT NULL,
    name         text NOT NULL,
    list         text NOT NULL,
    format       text NOT NULL,
    since_last   boolean NOT NULL,
    rhythm       text NOT NULL,
    weekday      text,
    day_of_month integer,
    hour         integer NOT NULL,
    paused       boolean NOT NULL DEFAULT false,
    version      bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.delivery_schedule');

CREATE TABLE read.delivery (
    tenant_id   uuid NOT NULL,
    id          uuid NOT NULL,
    schedule_id uuid NOT NULL,
    asked_at    timestamptz NOT NULL,
    due_at      timestamptz,
    ended_at    timestamptz,
    rows        bigint,
    bytes       bigint,
    position    bigint,
    whole       boolean,
    good_until  timestamptz,
    failure     text,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.delivery');
CREATE INDEX ON read.delivery (tenant_id, schedule_id, asked_at);
