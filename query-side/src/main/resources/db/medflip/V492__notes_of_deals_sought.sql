-- Notes of deals are found as well (the kind deal-note), so the words are taken from the log once more.
DELETE FROM read.search_word;
DELETE FROM read.search_part;
DELETE FROM read.token_entry WHERE processor_name = 'reports.search';

-- A sale is found by the number of its invoice.
CREATE INDEX sale_invoice ON read.sale (tenant_id, invoice_number) WHERE invoice_number IS NOT NULL;
