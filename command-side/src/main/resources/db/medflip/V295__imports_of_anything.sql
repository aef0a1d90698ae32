-- Files of any subject, tried before they are run and taken back as a whole. about holds, sealed, how the file is
-- understood too. A job is one run over the rows: a try, the import itself, or its undoing; done counts the rows that
-- are worked on.
ALTER TABLE write.import DROP CONSTRAINT import_state_check;
ALTER TABLE write.import ADD CONSTRAINT import_state_check
    CHECK (state IN ('PREVIEWED', 'CHECKING', 'RUNNING', 'FINISHED', 'UNDOING', 'UNDONE'));
ALTER TABLE write.import ADD COLUMN subject text NOT NULL DEFAULT 'DEALS';
ALTER TABLE write.import ADD COLUMN version bigint NOT NULL DEFAULT 0;
UPDATE write.import SET version = CASE state WHEN 'PREVIEWED' THEN 0 WHEN 'RUNNING' THEN 1 ELSE 2 END;
ALTER TABLE write.import ADD COLUMN checked boolean NOT NULL DEFAULT false;
ALTER TABLE write.import ADD COLUMN done integer NOT NULL DEFAULT 0;
UPDATE write.import SET done = imported + already_there;
ALTER TABLE write.import RENAME COLUMN imported TO made;
ALTER TABLE write.import RENAME COLUMN already_there TO unchanged;
ALTER TABLE write.import ADD COLUMN changed integer NOT NULL DEFAULT 0;
ALTER TABLE write.import ADD COLUMN skipped integer NOT NULL DEFAULT 0;
ALTER TABLE write.import ADD COLUMN refused integer NOT NULL DEFAULT 0;
ALTER TABLE write.import ADD COLUMN taken_back integer NOT NULL DEFAULT 0;
ALTER TABLE write.import ADD COLUMN kept integer NOT NULL DEFAULT 0;
DROP INDEX write.import_running;
CREATE INDEX import_running ON write.import (leased_until) WHERE state IN ('CHECKING', 'RUNNING', 'UNDOING');

-- What became of each good row, and why where that isn't plain; touched are the stretches of histories that have to be
-- taken back with it, as id, version before and version after.
CREATE TABLE write.import_row (
    tenant_id   uuid NOT NULL,
    import_id   uuid NOT NULL,
    row_number  integer NOT NULL,
    result      text NOT NULL,
    reason      text,
    touched     text[] NOT NULL DEFAULT '{}',
    taken_back  boolean,
    kept_reason text,
    PRIMARY KEY (tenant_id, import_id, row_number),
    FOREIGN KEY (tenant_id, import_id) REFERENCES write.import ON DELETE CASCADE
);
SELECT protect_tenant_table('write.import_row');
INSERT INTO write.import_row (tenant_id, import_id, row_number, result, reason)
SELECT tenant_id, import_id, row_number, 'REFUSED', reason FROM write.import_refusal;
DROP TABLE write.import_refusal;

-- How a business understood a file of this shape (a keyed hash of its headings) the last time; sealed.
CREATE TABLE write.import_mapping (
    tenant_id uuid NOT NULL,
    shape     text NOT NULL,
    settings  bytea NOT NULL,
    PRIMARY KEY (tenant_id, shape)
);
SELECT protect_tenant_table('write.import_mapping');

-- Products are found by their codes, too. The look-up is filled anew from the log.
ALTER TABLE write.product_name ADD COLUMN code text;
CREATE INDEX product_code ON write.product_name (tenant_id, lower(code));
DELETE FROM read.token_entry WHERE processor_name = 'catalog.names';
