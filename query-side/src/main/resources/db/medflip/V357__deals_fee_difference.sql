-- What paying cost beyond the estimate that is part of the landed cost; it lowers the deal's profit.
ALTER TABLE read.deal ADD COLUMN fee_difference bigint NOT NULL DEFAULT 0;
ALTER TABLE read.deal DROP COLUMN profit;
ALTER TABLE read.deal ADD COLUMN profit bigint NOT NULL
    GENERATED ALWAYS AS (proceeds - sold_cost - fee_difference) STORED;
CREATE INDEX ON read.deal (tenant_id, profit NULLS FIRST, id);
