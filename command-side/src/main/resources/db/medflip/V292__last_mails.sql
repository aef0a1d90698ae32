-- Whether the addresses of those who had a business that was erased are still kept, for the mail that says so alone. They
-- stand under a key of the service's own, which is destroyed once that mail is on its way.
ALTER TABLE write.closed_account ADD COLUMN address_kept boolean NOT NULL DEFAULT false;
