-- What the boxes of a past day would have brought depends on what they are, so the day's book tells them apart by it. An
-- expiry or a grade that is corrected was always so: the book is moved to the other kind.
DROP TABLE read.stock_day;
CREATE TABLE read.stock_day (
    tenant_id uuid NOT NULL,
    moved_on date NOT NULL,
    product_id uuid NOT NULL,
    item text NOT NULL,
    expiry date NOT NULL,
    grade text NOT NULL,
    currency text NOT NULL,
    boxes integer NOT NULL,
    cost bigint NOT NULL,
    PRIMARY KEY (tenant_id, moved_on, product_id, expiry, grade, item, currency)
);
SELECT protect_tenant_table('read.stock_day');

-- The shelf is written anew from the log.
TRUNCATE read.lot, read.stock_movement, read.boxes_set_aside;
DELETE FROM read.token_entry WHERE processor_name = 'inventory.stock';
