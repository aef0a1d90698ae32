-- From where somebody signed in is sealed under that user's key ("about"): browser, system and address.
CREATE TABLE write.open_session (
    session_id   char(36) PRIMARY KEY,
    tenant_id    uuid NOT NULL,
    user_id      uuid NOT NULL,
    reference_id uuid NOT NULL,
    series_id    uuid,
    opened_at    timestamptz NOT NULL,
    about        bytea NOT NULL
);
SELECT protect_tenant_table('write.open_session');
CREATE INDEX open_session_user ON write.open_session (tenant_id, user_id);

-- The login history (policy promise P2.5), kept 90 days.
CREATE TABLE write.sign_in_record (
    tenant_id   uuid NOT NULL,
    record_id   uuid NOT NULL,
    user_id     uuid NOT NULL,
    what        text NOT NULL,
    recorded_at timestamptz NOT NULL,
    about       bytea NOT NULL,
    PRIMARY KEY (tenant_id, record_id)
);
SELECT protect_tenant_table('write.sign_in_record');
CREATE INDEX sign_in_record_user ON write.sign_in_record (tenant_id, user_id, recorded_at);
CREATE INDEX sign_in_record_old ON write.sign_in_record (recorded_at);

-- Remembered sign-ins: a series for each browser, whose token changes at each use. Only hashes are kept. They are found
-- before a tenant is known.
CREATE TABLE write.remembered_sign_in (
    series_id     uuid PRIMARY KEY,
    tenant_id     uuid NOT NULL,
    user_id       uuid NOT NULL,
    token_hash    text NOT NULL,
    previous_hash text,
    rotated_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL
);
SELECT protect_tenant_table('write.remembered_sign_in');
CREATE INDEX remembered_sign_in_user ON write.remembered_sign_in (tenant_id, user_id);
