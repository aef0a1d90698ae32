-- Where in which trace a delivery was taken, so that what is read out of it by another process stands beneath that:
-- numbers by chance. NULL where nothing is traced.
ALTER TABLE write.inbox ADD COLUMN trace text;
