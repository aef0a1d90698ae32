-- Erasures of people that were ordered, and how far each is. Every step is on disk before the next begins, so that one
-- that was cut off goes on where it was. prepared holds what has to be looked for, sealed under the request's own key;
-- it goes, and that key with it, before anything is certified. found says where something was still found.
CREATE TABLE write.erasure (
    tenant_id   uuid NOT NULL,
    request_id  uuid NOT NULL,
    customer_id uuid NOT NULL,
    ordered_by  text NOT NULL,
    ordered_at  timestamptz NOT NULL,
    step        text NOT NULL DEFAULT 'PREPARE'
                CHECK (step IN ('PREPARE', 'DESTROY', 'FORGET', 'LOOK', 'CERTIFY', 'DONE')),
    prepared    bytea,
    found       jsonb,
    certificate text,
    attempts    integer NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, request_id)
);
SELECT protect_tenant_table('write.erasure');
CREATE INDEX erasure_due ON write.erasure (due_at) WHERE step <> 'DONE';
