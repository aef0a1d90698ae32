-- What was destroyed behind a fence, by fingerprints: the SHA-256 of each wrapped key as it was stored. They open
-- nothing, and show for ever which copy in an old backup is of a key that must not come back.
ALTER TABLE keyring.fence ADD COLUMN fingerprints text[] NOT NULL DEFAULT '{}';

CREATE OR REPLACE FUNCTION keyring.destroy_keys(of_tenant uuid, of_subject text) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
DECLARE
    prints text[];
    more text[];
    destroyed int;
BEGIN
    PERFORM keyring.claim_tenant(of_tenant);
    IF NOT EXISTS (SELECT FROM keyring.fence f WHERE f.tenant_id = of_tenant AND f.subject = of_subject) THEN
        RAISE EXCEPTION 'No fence stands before the keys of % of tenant %', of_subject, of_tenant;
    END IF;
    WITH gone AS (
        DELETE FROM keyring.subject_key k WHERE k.tenant_id = of_tenant AND of_subject IN (k.subject, '*')
        RETURNING encode(sha256(k.wrapped), 'hex') AS print)
    SELECT coalesce(array_agg(print ORDER BY print), '{}') INTO prints FROM gone;
    IF of_subject = '*' THEN
        WITH gone AS (
            DELETE FROM keyring.tenant_key k WHERE k.tenant_id = of_tenant
            RETURNING encode(sha256(k.wrapped_aead || k.wrapped_prf), 'hex') AS print)
        SELECT coalesce(array_agg(print), '{}') INTO more FROM gone;
        prints := prints || more;
    END IF;
    UPDATE keyring.fence f
    SET destroyed_at = coalesce(f.destroyed_at, now()), fingerprints = f.fingerprints || prints,
        destroyed_keys = f.destroyed_keys + cardinality(prints)
    WHERE f.tenant_id = of_tenant AND f.subject = of_subject
    RETURNING f.destroyed_keys INTO destroyed;
    RETURN destroyed;
END
$$;

-- Fingerprints of what was destroyed behind a fence.
CREATE FUNCTION keyring.fingerprints(of_tenant uuid, of_subject text) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
    SELECT unnest(f.fingerprints) FROM keyring.fence f WHERE f.tenant_id = of_tenant AND f.subject = of_subject
$$;

-- How many rows of a tenant say one of these texts, given in lower case.
CREATE FUNCTION keyring.rows_saying(of_tenant uuid, texts text[]) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
    SELECT count(*) FROM (
        SELECT lower(k::text) AS said FROM keyring.subject_key k WHERE k.tenant_id = of_tenant
        UNION ALL SELECT lower(f::text) FROM keyring.fence f WHERE f.tenant_id = of_tenant) AS row
    WHERE EXISTS (SELECT FROM unnest(texts) AS t WHERE position(t IN row.said) > 0)
$$;

REVOKE ALL ON FUNCTION keyring.fingerprints(uuid, text), keyring.rows_saying(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keyring.fingerprints(uuid, text), keyring.rows_saying(uuid, text[]) TO medflip_keys;
