-- A webhooks gateway that is a process of its own seals deliveries under the business's key. It reaches no person's key,
-- and can neither raise a fence nor destroy a key.
GRANT USAGE ON SCHEMA keyring TO medflip_gateway;
GRANT EXECUTE ON FUNCTION
    keyring.find_tenant(uuid),
    keyring.add_tenant(uuid, int, bytea, bytea),
    keyring.tenants_of_other_epochs(int)
TO medflip_gateway;
