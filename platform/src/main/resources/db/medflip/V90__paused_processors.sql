-- Processors that an operator has stopped until they are let go on, whichever process has them.
CREATE TABLE read.paused_processor (
    processor text PRIMARY KEY,
    paused_at timestamptz NOT NULL DEFAULT now()
);
