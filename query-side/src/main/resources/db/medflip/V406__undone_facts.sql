-- Which fact was undone by which, and why; both by their positions in the log.
CREATE TABLE read.undone_fact (
    tenant_id uuid NOT NULL,
    position bigint NOT NULL,
    undone_by bigint NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (tenant_id, position, undone_by)
);
SELECT protect_tenant_table('read.undone_fact');
CREATE INDEX ON read.undone_fact (tenant_id, undone_by);
