package medflip.inventory.events;

/** Why a count differs from the books. */
public enum CountReason {
    MISCOUNTED,
    LOST,
    STOLEN,
    FOUND,
    OTHER
}
