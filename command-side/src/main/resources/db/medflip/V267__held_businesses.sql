-- A hold on one person counts for the whole business: what other services delivered, or a login history, names nobody.
-- The table comes in a later file: it is looked up when the function is called.
CREATE OR REPLACE FUNCTION write.is_held(business uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM write.legal_hold h WHERE h.tenant_id = business);
END
$$;
