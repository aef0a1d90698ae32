-- How much each business has, counted from the log alone: for the operator, who sees no more of it. The service itself
-- has a row too, so that there always is one that says how far it was counted.
CREATE TABLE write.tenant_size (
    tenant_id     uuid PRIMARY KEY,
    events        bigint NOT NULL DEFAULT 0,
    people        bigint NOT NULL DEFAULT 0,
    deals         bigint NOT NULL DEFAULT 0,
    sales         bigint NOT NULL DEFAULT 0,
    last_event_at timestamptz,
    counted_up_to bigint NOT NULL
);
SELECT protect_tenant_table('write.tenant_size');

-- What was looked at through a support session, noted before it was shown: the addresses of the API, without ids.
CREATE TABLE write.support_look (
    tenant_id   uuid NOT NULL,
    support_id  uuid NOT NULL,
    operator_id uuid NOT NULL,
    endpoint    text NOT NULL,
    times       integer NOT NULL,
    first_at    timestamptz NOT NULL,
    last_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, support_id, operator_id, endpoint)
);
SELECT protect_tenant_table('write.support_look');

-- How often each user used which part of the service, a row a day (policy promise P2.5), kept 90 days.
CREATE TABLE write.feature_use (
    tenant_id uuid NOT NULL,
    user_id   uuid NOT NULL,
    day       date NOT NULL,
    feature   text NOT NULL,
    use       text NOT NULL CHECK (use IN ('LOOK', 'CHANGE', 'EXPORT')),
    times     integer NOT NULL,
    PRIMARY KEY (tenant_id, user_id, day, feature, use)
);
SELECT protect_tenant_table('write.feature_use');
CREATE INDEX feature_use_day ON write.feature_use (day);
