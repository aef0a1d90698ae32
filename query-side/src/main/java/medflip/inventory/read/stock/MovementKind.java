package medflip.inventory.read.stock;

/** How boxes came on the shelf or left it. */
enum MovementKind {
    STOCKED,
    SPLIT_OFF,
    SPLIT,
    REJOINED,
    TAKEN_BACK,
    COUNTED,
    WRITTEN_OFF,
    WRITE_OFF_UNDONE,
    SOLD,
    RETURNED
}
