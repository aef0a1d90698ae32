-- What those who run the service did to a business's data, or in it.
CREATE TABLE read.operator_act (
    tenant_id uuid NOT NULL,
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor text NOT NULL,
    event text NOT NULL,
    about text,
    processor text,
    reason text,
    PRIMARY KEY (tenant_id, position)
);
SELECT protect_tenant_table('read.operator_act');
CREATE INDEX operator_act_newest ON read.operator_act (recorded_at);
