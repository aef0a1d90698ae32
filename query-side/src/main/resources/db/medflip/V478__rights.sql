-- By which law a request is answered, who of the business asked about themselves, how long it was put off, the private
-- link to what is held, and what should stand on the card instead.
ALTER TABLE read.privacy_request
    ALTER COLUMN customer_id DROP NOT NULL,
    ADD COLUMN law text NOT NULL DEFAULT 'GDPR',
    ADD COLUMN member_id uuid,
    ADD COLUMN extended_for text,
    ADD COLUMN extension_told text,
    ADD COLUMN extended_on date,
    ADD COLUMN link_id uuid,
    ADD COLUMN link_made_on date,
    ADD COLUMN link_good_until date,
    ADD COLUMN correction jsonb;
ALTER TABLE read.privacy_request ALTER COLUMN law DROP DEFAULT;
CREATE INDEX ON read.privacy_request (tenant_id, customer_id);
CREATE INDEX ON read.privacy_request (tenant_id, member_id);

-- Who wants that what is held of them is kept and not used.
ALTER TABLE read.customer ADD COLUMN restricted boolean NOT NULL DEFAULT false;
