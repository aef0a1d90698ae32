-- The words of what people are reached by, of notes and texts about them, and of parcels. A search asks an index for
-- those that begin as what was typed does: comparing with each row of a hundred thousand takes too long, and of an
-- index only comparisons by < and = are let under row-level security. A number stands here with each of its ends, so
-- that any part of it begins one. In the order of bytes.
CREATE TABLE read.search_part (
    tenant_id uuid NOT NULL,
    -- customer (what reaches them), note, deal (its parcels), text; deleted-note for one that was deleted.
    kind text NOT NULL,
    -- The customer, or the deal, or the conversation.
    about_id uuid NOT NULL,
    -- The customer, or the note, or the deal's person, or the text.
    part_id uuid NOT NULL,
    word text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, kind, about_id, part_id, word)
);
SELECT protect_tenant_table('read.search_part');
CREATE INDEX ON read.search_part (tenant_id, kind, word, about_id, part_id);

-- Deals of an item, and the latest texts.
CREATE INDEX deal_line_product ON read.deal_line (tenant_id, product_id, deal_id);
CREATE INDEX conversation_text_latest ON read.conversation_text (tenant_id, position);

-- It is filled from the log, with the names.
DELETE FROM read.search_word;
DELETE FROM read.token_entry WHERE processor_name = 'reports.search';
