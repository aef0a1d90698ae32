-- How long deals of a business wait until something happens to them by itself; without a row, the usual time.
CREATE TABLE write.deal_rules (
    tenant_id    uuid PRIMARY KEY,
    donate_after integer NOT NULL,
    -- Nothing: deals are closed by people alone.
    close_after  integer
);
SELECT protect_tenant_table('write.deal_rules');

-- A deal can wait for several things. What is counted from is kept, not the day itself, so that rules that change hold
-- for what waits already.
DROP INDEX write.deal_deadline_open;
ALTER TABLE write.deal_deadline RENAME COLUMN last_day TO since;
ALTER TABLE write.deal_deadline ALTER COLUMN since TYPE date USING CASE what WHEN 'DONATE' THEN since - 30 ELSE since END;
ALTER TABLE write.deal_deadline DROP CONSTRAINT deal_deadline_what_check;
ALTER TABLE write.deal_deadline ADD CONSTRAINT deal_deadline_what_check CHECK (what IN ('EXPIRE', 'DONATE', 'CLOSE'));
ALTER TABLE write.deal_deadline DROP CONSTRAINT deal_deadline_pkey;
ALTER TABLE write.deal_deadline ADD PRIMARY KEY (tenant_id, deal_id, what);
-- When it was tried in vain, because something else must happen first.
ALTER TABLE write.deal_deadline ADD COLUMN tried_at timestamptz;
CREATE INDEX deal_deadline_open ON write.deal_deadline (since) WHERE open;
