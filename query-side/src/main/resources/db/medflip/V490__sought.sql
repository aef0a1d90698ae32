-- What a row of a list is searched by stands in an index, which is read alone: the rows are wide. An index takes no long
-- text, so the few rows with more than that to say are found by themselves. Written out, not as a call of a function
-- that the database can't look into: each change of a row makes it anew.
ALTER TABLE read.deal DROP COLUMN searched;
ALTER TABLE read.deal ADD COLUMN sought text GENERATED ALWAYS AS (
    CASE WHEN octet_length(coalesce(search, '')) + octet_length(tracking) < 2000
        THEN coalesce(search, '') || tracking END) STORED;
CREATE INDEX deal_sought ON read.deal (tenant_id) INCLUDE (id, customer_id, dealt_on, sought) WHERE state IS NOT NULL;
CREATE INDEX deal_sought_long ON read.deal (tenant_id, id) WHERE sought IS NULL;

ALTER TABLE read.lot DROP COLUMN searched;
ALTER TABLE read.lot ADD COLUMN sought text GENERATED ALWAYS AS (
    CASE WHEN octet_length(coalesce(search, '')) + octet_length(coalesce(lot_number, ''))
              + octet_length(coalesce(location, '')) < 2000
        THEN coalesce(search, '') || ' ' || lower(coalesce(lot_number, '')) || ' ' || lower(coalesce(location, ''))
        END) STORED;
CREATE INDEX lot_sought ON read.lot (tenant_id) INCLUDE (id, deal_id, expiry, on_hand, hold, sought);
CREATE INDEX lot_sought_long ON read.lot (tenant_id, id) WHERE sought IS NULL;

ALTER TABLE read.sale DROP COLUMN searched;
ALTER TABLE read.sale ADD COLUMN sought text GENERATED ALWAYS AS (
    CASE WHEN octet_length(coalesce(search, '')) + coalesce(octet_length(read.searched(VARIADIC item_words)), 0) < 2000
        THEN read.searched(search, read.searched(VARIADIC item_words)) END) STORED;
CREATE INDEX sale_sought ON read.sale (tenant_id) INCLUDE (id, dated_on, sought) WHERE state IS NOT NULL;
CREATE INDEX sale_sought_long ON read.sale (tenant_id, id) WHERE sought IS NULL;
