-- Archives of whole accounts: asked for, made in the background, fetched once, gone a day later. That there was one, for
-- whom and when, stays.
CREATE TABLE write.export (
    tenant_id    uuid NOT NULL,
    export_id    uuid NOT NULL,
    asked_by     uuid NOT NULL,
    asked_at     timestamptz NOT NULL,
    state        text NOT NULL DEFAULT 'ASKED' CHECK (state IN ('ASKED', 'MADE', 'FAILED')),
    percent      integer NOT NULL DEFAULT 0,
    -- Begun so often; too often means that it can't be made.
    attempts     integer NOT NULL DEFAULT 0,
    leased_by    uuid,
    leased_until timestamptz NOT NULL DEFAULT '-infinity',
    parts        integer NOT NULL DEFAULT 0,
    bytes        bigint NOT NULL DEFAULT 0,
    sha256       text,
    position     bigint NOT NULL DEFAULT 0,
    good_until   timestamptz,
    collected_at timestamptz,
    -- Whether the event is there that tells its user how it ended.
    told         boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, export_id)
);
SELECT protect_tenant_table('write.export');
CREATE INDEX export_to_make ON write.export (leased_until) WHERE state = 'ASKED';
CREATE INDEX export_to_tell ON write.export (asked_at) WHERE state <> 'ASKED' AND NOT told;

CREATE TABLE write.export_part (
    tenant_id uuid NOT NULL,
    export_id uuid NOT NULL,
    number    integer NOT NULL,
    content   bytea NOT NULL,
    PRIMARY KEY (tenant_id, export_id, number),
    FOREIGN KEY (tenant_id, export_id) REFERENCES write.export ON DELETE CASCADE
);
SELECT protect_tenant_table('write.export_part');
-- Ciphertext doesn't get smaller by compressing it.
ALTER TABLE write.export_part ALTER COLUMN content SET STORAGE EXTERNAL;
