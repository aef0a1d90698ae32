-- Up to where the log holds what the import made: who has seen it finished sees it all in their next list.
ALTER TABLE write.import ADD COLUMN finished_position bigint NOT NULL DEFAULT 0;
