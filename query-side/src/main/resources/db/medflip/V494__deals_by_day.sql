-- Deals are looked through from the newest on by whom they are with, in the index alone.
DROP INDEX read.deal_tenant_id_dealt_on_id_idx;
CREATE INDEX deal_by_day ON read.deal (tenant_id, dealt_on NULLS FIRST, id) INCLUDE (customer_id)
    WHERE state IS NOT NULL;
