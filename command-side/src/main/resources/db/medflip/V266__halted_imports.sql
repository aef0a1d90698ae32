-- How often an import stumbled since somebody began it: it is tried again, and who runs the service sees that.
ALTER TABLE write.import ADD COLUMN failures integer NOT NULL DEFAULT 0;
ALTER TABLE write.import ADD COLUMN failed_at timestamptz;
