-- What happens to a deal by itself once a day has passed: its offer expires, or boxes that nobody wanted back are given
-- away. A deal on hold waits (open is false).
CREATE TABLE write.deal_deadline (
    tenant_id uuid NOT NULL,
    deal_id   uuid NOT NULL,
    what      text NOT NULL CHECK (what IN ('EXPIRE', 'DONATE')),
    last_day  date NOT NULL,
    open      boolean NOT NULL DEFAULT true,
    PRIMARY KEY (tenant_id, deal_id)
);
SELECT protect_tenant_table('write.deal_deadline');
CREATE INDEX deal_deadline_open ON write.deal_deadline (last_day) WHERE open;
