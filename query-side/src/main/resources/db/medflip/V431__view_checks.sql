-- Comparisons of a business's views with what a replay of its log makes of them: who asked, how far one is, what it
-- found. No fact of the business: a check changes nothing.
CREATE TABLE write.view_check (
    tenant_id    uuid NOT NULL,
    check_id     uuid NOT NULL,
    asked_by     text NOT NULL,
    asked_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    state        text NOT NULL DEFAULT 'ASKED' CHECK (state IN ('ASKED', 'RUNNING', 'DONE', 'FAILED')),
    percent      integer NOT NULL DEFAULT 0,
    leased_until timestamptz NOT NULL DEFAULT '-infinity',
    attempts     integer NOT NULL DEFAULT 0,
    position     bigint NOT NULL DEFAULT 0,
    events       bigint NOT NULL DEFAULT 0,
    rows         bigint NOT NULL DEFAULT 0,
    different    bigint NOT NULL DEFAULT 0,
    -- The first of them, each named by view, table and row.
    differences  jsonb NOT NULL DEFAULT '[]',
    ended_at     timestamptz,
    PRIMARY KEY (tenant_id, check_id)
);
SELECT protect_tenant_table('write.view_check');
CREATE INDEX view_check_to_do ON write.view_check (leased_until) WHERE ended_at IS NULL;
CREATE INDEX view_check_latest ON write.view_check (tenant_id, asked_at);
