-- The seal: of each tenant's logs a Merkle tree (RFC 6962) over what is stored, so that nothing of it can be changed, left
-- out or put in without showing. It holds hashes and positions alone, nothing that anybody said, and stays when the
-- tenant is erased, as the log does.

-- Level 0 are the leaves, each with its entry's position. Of the levels above, every eighth is kept once a node of it is
-- whole, so that a proof reads some hundred rows, whatever the size.
CREATE TABLE events.sealed_node (
    tenant_id uuid     NOT NULL,
    log       text     COLLATE "C" NOT NULL,
    level     smallint NOT NULL CHECK (level >= 0 AND level % 8 = 0),
    number    bigint   NOT NULL CHECK (number >= 0),
    position  bigint,
    hash      bytea    NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (tenant_id, log, level, number),
    CONSTRAINT leaf_of_a_position CHECK ((level = 0) = (position IS NOT NULL))
);
CREATE UNIQUE INDEX one_leaf_a_position ON events.sealed_node (tenant_id, log, position) WHERE level = 0;
SELECT protect_tenant_table('events.sealed_node');
GRANT SELECT, INSERT ON events.sealed_node TO medflip_service;

-- Where a tree ends: what the next leaf is added to. edge has the hashes of the whole subtrees that make it, the largest
-- first. It alone is changed; whether it is right shows at the next checkpoint.
CREATE TABLE events.sealed_tree (
    tenant_id uuid   NOT NULL,
    log       text   COLLATE "C" NOT NULL,
    size      bigint NOT NULL CHECK (size > 0),
    position  bigint NOT NULL,
    edge      bytea  NOT NULL,
    PRIMARY KEY (tenant_id, log)
);
-- Entries are sealed in the order of their positions, so the highest one says how far that has come.
CREATE INDEX sealed_up_to ON events.sealed_tree (log, position);
SELECT protect_tenant_table('events.sealed_tree');
GRANT SELECT, INSERT, UPDATE ON events.sealed_tree TO medflip_service;

-- What was signed: how large a tree was, and its root. note is the text as it is handed out (C2SP signed note). Under the
-- service itself (the nil UUID) and the log 'all' stand those over all trees' newest checkpoints.
CREATE TABLE events.checkpoint (
    number    bigint      GENERATED ALWAYS AS IDENTITY,
    tenant_id uuid        NOT NULL,
    log       text        COLLATE "C" NOT NULL,
    size      bigint      NOT NULL,
    root      bytea       NOT NULL CHECK (length(root) = 32),
    note      text        NOT NULL,
    made_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, log, number)
);
CREATE INDEX checkpoint_number ON events.checkpoint (number);
SELECT protect_tenant_table('events.checkpoint');
GRANT SELECT, INSERT ON events.checkpoint TO medflip_service;
