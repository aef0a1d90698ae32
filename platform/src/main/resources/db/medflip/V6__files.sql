-- Photos and receipts that people attach. Their bytes are sealed: under the key of the person they are about (subject),
-- so that they are forgotten with that person, or else under the business's own key.
CREATE TABLE write.file (
    tenant_id       uuid NOT NULL,
    file_id         uuid NOT NULL,
    subject         text,
    idempotency_key text NOT NULL,
    request_hash    text NOT NULL,
    kind            text NOT NULL,
    bytes           integer NOT NULL,
    hash            text NOT NULL,
    content         bytea NOT NULL,
    uploaded_at     timestamptz NOT NULL DEFAULT now(),
    -- When a command last asked for it. What is attached is kept, what isn't goes a while later.
    wanted_at       timestamptz NOT NULL DEFAULT now(),
    attached        boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, file_id),
    UNIQUE (tenant_id, idempotency_key)
);
SELECT protect_tenant_table('write.file');
-- Ciphertext doesn't get smaller by compressing it.
ALTER TABLE write.file ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX file_orphans ON write.file (wanted_at) WHERE NOT attached;
