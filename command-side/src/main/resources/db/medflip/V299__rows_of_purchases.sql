-- The keyed name under which a row's purchase stands in the log, so that undoing an import finds what stands in its
-- place by now. Only rows of ledgers have one.
ALTER TABLE write.import_row ADD COLUMN row_key text;
