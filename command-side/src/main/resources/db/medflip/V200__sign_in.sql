-- Found by the e-mail's keyed hash before a tenant is known, hence without row-level security; the tenant role has no
-- right to it at all. The password's hash is no event: it must be possible to forget it.
CREATE TABLE write.sign_in (
    email_index   bytea PRIMARY KEY,
    tenant_id     uuid NOT NULL,
    user_id       uuid NOT NULL UNIQUE,
    password_hash text NOT NULL,
    reserved_at   timestamptz NOT NULL DEFAULT now()
);
