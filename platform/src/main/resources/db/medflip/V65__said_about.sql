-- Which events say something about whom, so that who is erased is found without reading all that their business has.
-- It follows the log, and says nothing that the log doesn't: a keyed value there begins with whose it is.
CREATE TABLE write.said_about (
    tenant_id uuid   NOT NULL,
    -- A hash of the subject's name. Two may have the same: what is found is looked at.
    subject   bigint NOT NULL,
    position  bigint NOT NULL,
    PRIMARY KEY (tenant_id, subject, position)
);
SELECT protect_tenant_table('write.said_about');

-- How far that is noted: one row.
CREATE TABLE write.said_about_noted (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint NOT NULL DEFAULT 0
);
INSERT INTO write.said_about_noted DEFAULT VALUES;
REVOKE INSERT, DELETE ON write.said_about_noted FROM medflip_service;
