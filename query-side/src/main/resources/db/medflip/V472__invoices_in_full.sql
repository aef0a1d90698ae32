-- What of an invoice is discount and tax, what it is for, and whether Stripe can't finish it; and when a business
-- subscribed twice.
ALTER TABLE read.billing_invoice
    ADD COLUMN subscription text,
    ADD COLUMN discount bigint,
    ADD COLUMN tax bigint,
    ADD COLUMN stuck boolean NOT NULL DEFAULT false;
ALTER TABLE read.billing_account ADD COLUMN doubled_at timestamptz;
