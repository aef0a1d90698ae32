-- Cards of people: labelled contacts and addresses, tags, fields of the business's own, and why nothing is bought.
ALTER TABLE read.customer ADD COLUMN contacts jsonb NOT NULL DEFAULT '[]';
ALTER TABLE read.customer ADD COLUMN addresses jsonb NOT NULL DEFAULT '[]';
ALTER TABLE read.customer ADD COLUMN tags text[] NOT NULL DEFAULT '{}';
ALTER TABLE read.customer ADD COLUMN fields jsonb NOT NULL DEFAULT '{}';
ALTER TABLE read.customer ADD COLUMN do_not_buy text;
-- Whom the person turned out to be; shown there, and in no list.
ALTER TABLE read.customer ADD COLUMN merged_into uuid;
CREATE INDEX ON read.customer (tenant_id, merged_into) WHERE merged_into IS NOT NULL;

UPDATE read.customer SET
    contacts = (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'value', value, 'label', null)), '[]')
                FROM (SELECT 'PHONE' AS kind, unnest(phones) AS value
                      UNION ALL SELECT 'EMAIL', unnest(emails)) contact),
    addresses = CASE WHEN address IS NULL THEN '[]'::jsonb
                ELSE jsonb_build_array(jsonb_build_object('address', address, 'label', null)) END
WHERE registered_at IS NOT NULL;

-- customer_id is who the deal is with; dealt_with who it was with when it was made, which a merge doesn't change.
ALTER TABLE read.customer_deal ADD COLUMN dealt_with uuid;
UPDATE read.customer_deal SET dealt_with = customer_id;

-- Two people who look alike, and were found to be two.
CREATE TABLE read.customer_apart (
    tenant_id uuid NOT NULL,
    one_id uuid NOT NULL,
    other_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, one_id, other_id)
);
SELECT protect_tenant_table('read.customer_apart');

-- What is written down and kept about people.
CREATE TABLE read.customer_note (
    tenant_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    id uuid NOT NULL,
    text text NOT NULL,
    written_at timestamptz NOT NULL,
    written_by text NOT NULL,
    edited_at timestamptz,
    edited_by text,
    deleted boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, customer_id, id)
);
SELECT protect_tenant_table('read.customer_note');
INSERT INTO read.customer_note (tenant_id, customer_id, id, text, written_at, written_by)
SELECT c.tenant_id, c.id, c.id, c.note, c.registered_at, t.actor
FROM read.customer c
JOIN read.timeline_entry t
    ON t.tenant_id = c.tenant_id AND t.customer_id = c.id AND t.event = 'customers.CustomerRegistered'
WHERE c.note IS NOT NULL;
ALTER TABLE read.customer DROP COLUMN note, DROP COLUMN address;

CREATE TABLE read.customer_task (
    tenant_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    id uuid NOT NULL,
    text text NOT NULL,
    due_on date NOT NULL,
    state text NOT NULL,
    done_on date,
    set_by text NOT NULL,
    PRIMARY KEY (tenant_id, customer_id, id)
);
SELECT protect_tenant_table('read.customer_task');
CREATE INDEX ON read.customer_task (tenant_id, due_on) WHERE state = 'OPEN';

CREATE TABLE read.customer_file (
    tenant_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    bytes integer NOT NULL,
    attached_at timestamptz NOT NULL,
    attached_by text NOT NULL,
    detached boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, customer_id, id)
);
SELECT protect_tenant_table('read.customer_file');

CREATE TABLE read.customer_handle (
    tenant_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    id uuid NOT NULL,
    position bigint NOT NULL,
    kind text NOT NULL,
    handle text NOT NULL,
    removed boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, customer_id, id)
);
SELECT protect_tenant_table('read.customer_handle');

-- What a correction of a person changed, in words: the timeline shows it, and holds no personal data itself.
CREATE TABLE read.customer_change (
    tenant_id uuid NOT NULL,
    position bigint NOT NULL,
    customer_id uuid NOT NULL,
    before text,
    after text,
    PRIMARY KEY (tenant_id, position)
);
SELECT protect_tenant_table('read.customer_change');
