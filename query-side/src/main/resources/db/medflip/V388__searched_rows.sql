-- One text a row to search in: a search asks every row of a business, so each row is asked one question. The function
-- is as immutable as what it is given, texts in lower case or made so here; a list of texts is written with spaces.
CREATE FUNCTION read.searched(VARIADIC places text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN lower(array_to_string(places, ' '));

ALTER TABLE read.sale ADD COLUMN searched text
    GENERATED ALWAYS AS (read.searched(search, read.searched(VARIADIC item_words))) STORED;
ALTER TABLE read.lot ADD COLUMN searched text
    GENERATED ALWAYS AS (read.searched(search, lot_number, location)) STORED;
ALTER TABLE read.deal ADD COLUMN searched text
    GENERATED ALWAYS AS (read.searched(search, tracking)) STORED;

-- What a sale is about stands in its row once it has shipped: the few others are found by this.
CREATE INDEX sale_unshipped ON read.sale (tenant_id, id) WHERE items IS NULL;

-- Lists say how many rows there are: counted from indexes that hold next to nothing else.
CREATE INDEX deal_shown ON read.deal (tenant_id) WHERE state IS NOT NULL;
CREATE INDEX sale_shown ON read.sale (tenant_id) WHERE state IS NOT NULL;
