-- Jobs of a query side that is a process of its own, apart from the others': it knows these alone, and a scheduler takes away in time what it doesn't know.
-- The form is that of write.scheduled_tasks.
CREATE TABLE read.view_job (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX view_job_execution ON read.view_job (execution_time);
CREATE INDEX view_job_heartbeat ON read.view_job (last_heartbeat);
