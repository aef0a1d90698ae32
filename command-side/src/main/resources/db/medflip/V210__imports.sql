-- An uploaded ledger waits here until its rows are in the books. What the file says is sealed under the tenant's key,
-- never in clear: about (its name and columns), content (the file itself, deleted when the import has finished) and
-- faulty (the rows at fault, kept so that they can be corrected).
CREATE TABLE write.import (
    tenant_id        uuid NOT NULL,
    import_id        uuid NOT NULL,
    idempotency_key  text NOT NULL,
    request_hash     text NOT NULL,
    uploaded_at      timestamptz NOT NULL DEFAULT now(),
    file_sha256      text NOT NULL,
    about            bytea NOT NULL,
    content          bytea,
    faulty           bytea NOT NULL,
    all_rows         integer NOT NULL,
    bad_rows         integer NOT NULL,
    state            text NOT NULL DEFAULT 'PREVIEWED' CHECK (state IN ('PREVIEWED', 'RUNNING', 'FINISHED')),
    started_position bigint,
    last_row         integer NOT NULL DEFAULT 0,
    imported         integer NOT NULL DEFAULT 0,
    already_there    integer NOT NULL DEFAULT 0,
    leased_by        uuid,
    leased_until     timestamptz NOT NULL DEFAULT '-infinity',
    PRIMARY KEY (tenant_id, import_id),
    UNIQUE (tenant_id, idempotency_key)
);
SELECT protect_tenant_table('write.import');
CREATE INDEX import_running ON write.import (leased_until) WHERE state = 'RUNNING';

-- Good rows that the books refused, until the import has finished and they join the rows at fault.
CREATE TABLE write.import_refusal (
    tenant_id  uuid NOT NULL,
    import_id  uuid NOT NULL,
    row_number integer NOT NULL,
    reason     text NOT NULL,
    PRIMARY KEY (tenant_id, import_id, row_number),
    FOREIGN KEY (tenant_id, import_id) REFERENCES write.import ON DELETE CASCADE
);
SELECT protect_tenant_table('write.import_refusal');

-- Finds a customer by phone or e-mail without knowing either: keyed hashes only.
CREATE TABLE write.customer_contact (
    tenant_id     uuid NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('PHONE', 'EMAIL')),
    contact_index bytea NOT NULL,
    customer_id   uuid NOT NULL,
    PRIMARY KEY (tenant_id, kind, contact_index, customer_id)
);
SELECT protect_tenant_table('write.customer_contact');
CREATE INDEX customer_contact_customer ON write.customer_contact (tenant_id, customer_id);
