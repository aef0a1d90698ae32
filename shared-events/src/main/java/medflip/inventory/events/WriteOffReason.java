package medflip.inventory.events;

/** Why boxes left the shelf without a sale. */
public enum WriteOffReason {
    EXPIRED,
    DAMAGED,
    LOST,
    DONATED,
    SAMPLE
}
