-- Each posting that a sale brings about names it: what is owed is told by sale, and what a buyer deducted by buyer.
ALTER TABLE read.posting ADD COLUMN sale_id uuid;
CREATE INDEX ON read.posting (tenant_id, sale_id) WHERE sale_id IS NOT NULL AND account = 'RECEIVABLE';

-- What was booked before doesn't name its sale yet: the books are written anew from the log.
TRUNCATE read.posting;
DELETE FROM read.token_entry WHERE processor_name = 'reports.books';
