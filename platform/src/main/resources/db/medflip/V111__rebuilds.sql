-- How the last rebuild of each view stands, whichever process makes or made it.
CREATE TABLE read.rebuild (
    processor  text PRIMARY KEY,
    process    uuid NOT NULL,
    state      text NOT NULL CHECK (state IN ('WAITING', 'BUILDING', 'SWITCHING', 'DONE', 'FAILED')),
    percent    integer NOT NULL DEFAULT 0,
    events     bigint NOT NULL DEFAULT 0,
    waits      integer NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL,
    -- When its process last said that it is there.
    seen_at    timestamptz NOT NULL DEFAULT now(),
    ended_at   timestamptz,
    -- A word of ours.
    failure    text
);
-- Read by whoever is asked for it, written by whoever has projections.
GRANT SELECT, INSERT, UPDATE ON read.rebuild TO medflip_query;
