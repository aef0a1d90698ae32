-- Who was forgotten: of them only what their deals add up to is left.
ALTER TABLE read.customer ADD COLUMN erased boolean NOT NULL DEFAULT false;
