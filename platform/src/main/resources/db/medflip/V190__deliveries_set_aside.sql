-- A delivery that can't be read is tried again for a day, and then set aside with a reason; an operator may have any read
-- again, and calls it by an id that tells nothing.
ALTER TABLE write.inbox ADD COLUMN delivery_id uuid NOT NULL DEFAULT gen_random_uuid();
CREATE UNIQUE INDEX inbox_delivery ON write.inbox (delivery_id);
-- When an operator last had it read anew: it is tried for a day from then on.
ALTER TABLE write.inbox ADD COLUMN wanted_at timestamptz;
ALTER TABLE write.inbox DROP CONSTRAINT inbox_state_check;
ALTER TABLE write.inbox ADD CONSTRAINT inbox_state_check
    CHECK (state IN ('PENDING', 'READ', 'REFUSED', 'SET_ASIDE'));
CREATE INDEX inbox_unread ON write.inbox (received_at) WHERE state IN ('REFUSED', 'SET_ASIDE');
