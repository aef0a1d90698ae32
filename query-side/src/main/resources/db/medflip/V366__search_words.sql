-- The words that people, products and buyers are called by, so that a mistyped one is found by looking up all that it
-- could have been. In the order of bytes, which an index gives and row-level security lets it.
CREATE TABLE read.search_word (
    tenant_id uuid NOT NULL,
    kind text NOT NULL,
    id uuid NOT NULL,
    word text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, kind, id, word)
);
SELECT protect_tenant_table('read.search_word');
CREATE INDEX ON read.search_word (tenant_id, word, kind, id);
