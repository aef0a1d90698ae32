-- Of a system that came out of a backup: who had been erased since, by business, and how far it is with forgetting them
-- here. prepared holds who they are and what has to be looked for, sealed under the service's own key; it goes once
-- nothing is found any more.
CREATE TABLE write.restored_erasure (
    tenant_id uuid PRIMARY KEY,
    prepared  bytea NOT NULL,
    step      text NOT NULL DEFAULT 'FORGET' CHECK (step IN ('FORGET', 'LOOK')),
    found     jsonb,
    due_at    timestamptz NOT NULL DEFAULT now()
);
SELECT protect_tenant_table('write.restored_erasure');
