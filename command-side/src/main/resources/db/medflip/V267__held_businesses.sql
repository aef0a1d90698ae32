-- A hold on one person counts for the whole business: what other services delivered, or a login history, names nobody.
CREATE OR REPLACE FUNCTION write.is_held(business uuid) RETURNS boolean LANGUAGE sql STABLE AS
    'SELECT EXISTS (SELECT FROM write.legal_hold h WHERE h.tenant_id = business)';
