-- Since when a business has left, and how far its erasure is.
ALTER TABLE write.closed_account
    -- Of one that had left before this was written down: today, so that nothing goes too early.
    ADD COLUMN closed_on   date NOT NULL DEFAULT current_date,
    -- What has to be looked for, and how many rows there were: sealed under the service's own key, and gone once it is
    -- certified.
    ADD COLUMN prepared    bytea,
    -- What was found the last time that somebody looked.
    ADD COLUMN found       jsonb,
    ADD COLUMN certificate text,
    ADD COLUMN signature   text,
    ADD COLUMN public_key  text,
    ADD COLUMN erased_on   date;
ALTER TABLE write.closed_account ALTER COLUMN closed_on DROP DEFAULT;
