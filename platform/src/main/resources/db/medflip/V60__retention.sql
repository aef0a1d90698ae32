-- Evidence that the sweep over what is kept for a limited time ran: added to, never changed. unbroken_since says from
-- when on there is evidence without a gap and without a step back of the clock; figures, what each rule destroyed and
-- what was past its limit afterwards. No tenant's data.
CREATE TABLE write.retention_tick (
    tick_number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticked_at      timestamptz NOT NULL,
    unbroken_since timestamptz NOT NULL,
    late           bigint NOT NULL,
    figures        jsonb NOT NULL
);
REVOKE UPDATE, DELETE ON write.retention_tick FROM medflip_service;

-- Jobs that are rules of that sweep now.
DELETE FROM write.scheduled_tasks
WHERE task_name IN ('outbox.forget', 'inbox.forget', 'usage.forget', 'files.orphans', 'accounts.forget-sign-ins',
                    'accounts.remove-exports');
