-- Wrapped keys only: what stands here opens nothing without the root key, which is never in a database.
--
-- There is no row-level security: the one role that serves, medflip_keys, may read and write no table at all. It calls
-- the functions below, and each of them takes the tenant it acts for and touches that tenant's rows alone; the keys of
-- one tenant are of no use under another's, since each is wrapped with its tenant's id as associated data.

-- A tenant's own keys, under the root key of an epoch. The service has a row like a tenant's, under the nil UUID.
CREATE TABLE keyring.tenant_key (
    tenant_id     uuid        PRIMARY KEY,
    root_epoch    int         NOT NULL CHECK (root_epoch > 0),
    wrapped_aead  bytea       NOT NULL,
    wrapped_prf   bytea       NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now()
);

-- A person's keys, under the tenant's. main: all that is said about the person. legal: the little that the law makes a
-- business keep after the person was forgotten.
CREATE TABLE keyring.subject_key (
    tenant_id     uuid        NOT NULL,
    subject       text        NOT NULL CHECK (subject ~ '^[a-z-]+/[0-9a-f-]{36}$'),
    purpose       text        NOT NULL CHECK (purpose IN ('main', 'legal')),
    wrapped       bytea       NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, subject, purpose)
);

-- Who was forgotten. A fence stands before the keys are destroyed and for ever after, so that a key that is missing
-- with a fence (erased) is told from one that is missing without (lost: an alarm). Subject '*' is the whole tenant.
CREATE TABLE keyring.fence (
    tenant_id      uuid        NOT NULL,
    subject        text        NOT NULL CHECK (subject = '*' OR subject ~ '^[a-z-]+/[0-9a-f-]{36}$'),
    fenced_at      timestamptz NOT NULL DEFAULT now(),
    destroyed_at   timestamptz,
    destroyed_keys int         NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, subject)
);

-- Making keys and raising a fence of one tenant exclude each other: no key is born behind a fence.
CREATE FUNCTION keyring.share_tenant(of_tenant uuid) RETURNS void
LANGUAGE sql VOLATILE SET search_path = keyring, pg_temp AS $$
    SELECT pg_advisory_xact_lock_shared(hashtextextended('keyring/' || of_tenant, 0))
$$;

CREATE FUNCTION keyring.claim_tenant(of_tenant uuid) RETURNS void
LANGUAGE sql VOLATILE SET search_path = keyring, pg_temp AS $$
    SELECT pg_advisory_xact_lock(hashtextextended('keyring/' || of_tenant, 0))
$$;

-- The tenant's keys and whether the tenant is fenced; always one row.
CREATE FUNCTION keyring.find_tenant(of_tenant uuid)
RETURNS TABLE (root_epoch int, wrapped_aead bytea, wrapped_prf bytea, fenced boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
    SELECT k.root_epoch, k.wrapped_aead, k.wrapped_prf,
           EXISTS (SELECT FROM keyring.fence f WHERE f.tenant_id = of_tenant AND f.subject = '*')
    FROM (SELECT of_tenant AS tenant_id) asked LEFT JOIN keyring.tenant_key k USING (tenant_id)
$$;

-- Keeps a new tenant's keys unless it has some, or is fenced; answers what find_tenant does.
CREATE FUNCTION keyring.add_tenant(of_tenant uuid, epoch int, new_aead bytea, new_prf bytea)
RETURNS TABLE (root_epoch int, wrapped_aead bytea, wrapped_prf bytea, fenced boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
BEGIN
    PERFORM keyring.share_tenant(of_tenant);
    INSERT INTO keyring.tenant_key AS k (tenant_id, root_epoch, wrapped_aead, wrapped_prf)
    SELECT of_tenant, epoch, new_aead, new_prf
    WHERE NOT EXISTS (SELECT FROM keyring.fence f WHERE f.tenant_id = of_tenant AND f.subject = '*')
    ON CONFLICT DO NOTHING;
    RETURN QUERY SELECT * FROM keyring.find_tenant(of_tenant);
END
$$;

-- Tenants whose keys another epoch of the root key wraps than the present one.
CREATE FUNCTION keyring.tenants_of_other_epochs(present_epoch int)
RETURNS TABLE (tenant_id uuid, root_epoch int, wrapped_aead bytea, wrapped_prf bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
    SELECT k.tenant_id, k.root_epoch, k.wrapped_aead, k.wrapped_prf
    FROM keyring.tenant_key k WHERE k.root_epoch <> present_epoch
$$;

-- Puts the same keys, wrapped anew, in the place of the old; false if another node did so first.
CREATE FUNCTION keyring.rewrap_tenant(
    of_tenant uuid, old_epoch int, new_epoch int, new_aead bytea, new_prf bytea) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
    WITH changed AS (
        UPDATE keyring.tenant_key
        SET root_epoch = new_epoch, wrapped_aead = new_aead, wrapped_prf = new_prf
        WHERE tenant_id = of_tenant AND root_epoch = old_epoch
        RETURNING 1)
    SELECT EXISTS (SELECT FROM changed)
$$;

-- The keys of many subjects of a tenant, and who of them is fenced; one row for each, without key where there is none.
CREATE FUNCTION keyring.find_subjects(of_tenant uuid, subjects text[], for_purpose text)
RETURNS TABLE (subject text, wrapped bytea, fenced boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
    SELECT asked.subject, k.wrapped,
           EXISTS (SELECT FROM keyring.fence f
                   WHERE f.tenant_id = of_tenant AND f.subject IN (asked.subject, '*'))
    FROM unnest(subjects) AS asked (subject)
    LEFT JOIN keyring.subject_key k
           ON k.tenant_id = of_tenant AND k.subject = asked.subject AND k.purpose = for_purpose
$$;

-- Keeps new keys, of any tenants, in one transaction: each unless its subject has one, or is fenced. Answers, in the
-- order asked, the key that holds from now on.
CREATE FUNCTION keyring.add_subjects(tenants uuid[], subjects text[], purposes text[], wraps bytea[])
RETURNS TABLE (wrapped bytea, fenced boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
BEGIN
    -- In one order, so that two groups never wait for each other.
    PERFORM keyring.share_tenant(t) FROM (SELECT DISTINCT t FROM unnest(tenants) AS t ORDER BY t) AS ordered;
    INSERT INTO keyring.subject_key AS k (tenant_id, subject, purpose, wrapped)
    SELECT n.tenant_id, n.subject, n.purpose, n.wrapped
    FROM unnest(tenants, subjects, purposes, wraps) AS n (tenant_id, subject, purpose, wrapped)
    WHERE NOT EXISTS (SELECT FROM keyring.fence f WHERE f.tenant_id = n.tenant_id AND f.subject IN (n.subject, '*'))
      AND NOT EXISTS (SELECT FROM keyring.subject_key h
                      WHERE h.tenant_id = n.tenant_id AND h.subject = n.subject AND h.purpose = n.purpose)
    ORDER BY n.tenant_id, n.subject, n.purpose
    ON CONFLICT DO NOTHING;
    RETURN QUERY
        SELECT k.wrapped,
               EXISTS (SELECT FROM keyring.fence f
                       WHERE f.tenant_id = n.tenant_id AND f.subject IN (n.subject, '*'))
        FROM unnest(tenants, subjects, purposes) WITH ORDINALITY AS n (tenant_id, subject, purpose, place)
        LEFT JOIN keyring.subject_key k
               ON k.tenant_id = n.tenant_id AND k.subject = n.subject AND k.purpose = n.purpose
        ORDER BY n.place;
END
$$;

-- Raises a fence, or finds it standing; '*' fences the whole tenant.
CREATE FUNCTION keyring.raise_fence(of_tenant uuid, of_subject text) RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
BEGIN
    PERFORM keyring.claim_tenant(of_tenant);
    INSERT INTO keyring.fence (tenant_id, subject) VALUES (of_tenant, of_subject) ON CONFLICT DO NOTHING;
    RETURN (SELECT f.fenced_at FROM keyring.fence f WHERE f.tenant_id = of_tenant AND f.subject = of_subject);
END
$$;

-- Destroys every key behind a fence and answers how many were destroyed there so far. Refuses where no fence stands.
CREATE FUNCTION keyring.destroy_keys(of_tenant uuid, of_subject text) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = keyring, pg_temp AS $$
DECLARE
    destroyed int;
    more int;
BEGIN
    PERFORM keyring.claim_tenant(of_tenant);
    IF NOT EXISTS (SELECT FROM keyring.fence f WHERE f.tenant_id = of_tenant AND f.subject = of_subject) THEN
        RAISE EXCEPTION 'No fence stands before the keys of % of tenant %', of_subject, of_tenant;
    END IF;
    DELETE FROM keyring.subject_key k WHERE k.tenant_id = of_tenant AND of_subject IN (k.subject, '*');
    GET DIAGNOSTICS destroyed = ROW_COUNT;
    IF of_subject = '*' THEN
        DELETE FROM keyring.tenant_key k WHERE k.tenant_id = of_tenant;
        GET DIAGNOSTICS more = ROW_COUNT;
        destroyed := destroyed + more;
    END IF;
    UPDATE keyring.fence f
    SET destroyed_at = coalesce(f.destroyed_at, now()), destroyed_keys = f.destroyed_keys + destroyed
    WHERE f.tenant_id = of_tenant AND f.subject = of_subject
    RETURNING f.destroyed_keys INTO destroyed;
    RETURN destroyed;
END
$$;

REVOKE ALL ON ALL TABLES IN SCHEMA keyring FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA keyring FROM PUBLIC;
GRANT USAGE ON SCHEMA keyring TO medflip_keys;
GRANT EXECUTE ON FUNCTION
    keyring.find_tenant(uuid),
    keyring.add_tenant(uuid, int, bytea, bytea),
    keyring.tenants_of_other_epochs(int),
    keyring.rewrap_tenant(uuid, int, int, bytea, bytea),
    keyring.find_subjects(uuid, text[], text),
    keyring.add_subjects(uuid[], text[], text[], bytea[]),
    keyring.raise_fence(uuid, text),
    keyring.destroy_keys(uuid, text)
TO medflip_keys;
