-- What command sides know, and nobody else: by it they know what at Axon Server is of one of them, though others are on
-- that server too. Random, and of this database only; a backup doesn't take it along.
CREATE TABLE events.command_key (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    key      bytea   NOT NULL CHECK (length(key) = 32)
);
INSERT INTO events.command_key (key) VALUES (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
GRANT SELECT ON events.command_key TO medflip_service;
