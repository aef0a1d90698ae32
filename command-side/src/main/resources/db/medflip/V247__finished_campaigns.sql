-- A campaign that is through isn't one that was stopped: second tries of its texts still leave.
ALTER TABLE write.campaign DROP CONSTRAINT campaign_state_check;
ALTER TABLE write.campaign ADD CONSTRAINT campaign_state_check
    CHECK (state IN ('RUNNING', 'PAUSED', 'OVER', 'FINISHED'));
