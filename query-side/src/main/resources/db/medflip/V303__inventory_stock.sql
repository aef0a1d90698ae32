-- What is and was on the shelf. An expiry is the first day of its month; root_id is the lot that the deal's line became,
-- also for a part that was split off it.
CREATE TABLE read.lot (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    deal_id uuid NOT NULL,
    root_id uuid NOT NULL,
    split_off uuid,
    product_id uuid NOT NULL,
    item text NOT NULL,
    search text NOT NULL,
    lot_number text,
    location text,
    expiry date NOT NULL,
    grade text NOT NULL,
    hold text,
    hold_note text,
    stocked integer NOT NULL,
    on_hand integer NOT NULL,
    set_aside integer NOT NULL DEFAULT 0,
    sold integer NOT NULL DEFAULT 0,
    currency text NOT NULL,
    landed_cost bigint NOT NULL,
    cost_on_hand bigint NOT NULL,
    sold_cost bigint NOT NULL DEFAULT 0,
    proceeds bigint NOT NULL DEFAULT 0,
    profit bigint NOT NULL GENERATED ALWAYS AS (proceeds - sold_cost) STORED,
    stocked_on date NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('read.lot');
CREATE INDEX ON read.lot (tenant_id, expiry NULLS FIRST, id) WHERE on_hand > 0;
CREATE INDEX ON read.lot (tenant_id, stocked_on NULLS FIRST, id);
CREATE INDEX ON read.lot (tenant_id, root_id);

-- The book of the shelf: every box that came or went, with its cost, below zero where it went.
CREATE TABLE read.stock_movement (
    tenant_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    version bigint NOT NULL,
    kind text NOT NULL,
    moved_on date NOT NULL,
    boxes integer NOT NULL,
    currency text NOT NULL,
    cost bigint NOT NULL,
    reason text,
    note text,
    other_id uuid,
    undone boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, lot_id, version)
);
SELECT protect_tenant_table('read.stock_movement');

-- The same by item and day: what was on the shelf on any day is the sum up to it.
CREATE TABLE read.stock_day (
    tenant_id uuid NOT NULL,
    moved_on date NOT NULL,
    item text NOT NULL,
    currency text NOT NULL,
    boxes integer NOT NULL,
    cost bigint NOT NULL,
    PRIMARY KEY (tenant_id, moved_on, item, currency)
);
SELECT protect_tenant_table('read.stock_day');

-- What is kept for which sale.
CREATE TABLE read.boxes_set_aside (
    tenant_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    sale_id uuid NOT NULL,
    boxes integer NOT NULL,
    PRIMARY KEY (tenant_id, lot_id, sale_id)
);
SELECT protect_tenant_table('read.boxes_set_aside');
