-- Whose erasure it is may be a member; and one that the law has kept waits.
ALTER TABLE write.erasure
    ALTER COLUMN customer_id DROP NOT NULL,
    ADD COLUMN member_id uuid,
    ADD COLUMN held boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT erasure_of_somebody CHECK ((customer_id IS NULL) <> (member_id IS NULL));

-- What erasures had deleted at other services, and what can't be deleted there. It counts, and says nothing of anybody.
CREATE TABLE write.erased_elsewhere (
    tenant_id  uuid NOT NULL,
    erasure_id uuid NOT NULL,
    service    text NOT NULL,
    deleted    bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, erasure_id, service)
);
SELECT protect_tenant_table('write.erased_elsewhere');

-- Requests that wait for an answer, and on which day owners are reminded next; null once there is no more to say.
CREATE TABLE write.open_privacy_request (
    tenant_id  uuid NOT NULL,
    request_id uuid NOT NULL,
    remind_on  date,
    PRIMARY KEY (tenant_id, request_id)
);
SELECT protect_tenant_table('write.open_privacy_request');
CREATE INDEX open_privacy_request_remind ON write.open_privacy_request (remind_on);

-- What the law has kept, and by when somebody looks whether it is needed still.
CREATE TABLE write.legal_hold (
    tenant_id uuid NOT NULL,
    hold_id   uuid NOT NULL,
    review_on date NOT NULL,
    PRIMARY KEY (tenant_id, hold_id)
);
SELECT protect_tenant_table('write.legal_hold');
CREATE INDEX legal_hold_review ON write.legal_hold (review_on);
