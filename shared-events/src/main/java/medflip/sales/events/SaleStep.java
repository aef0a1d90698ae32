package medflip.sales.events;

/**
 * A step of a sale that only says something, so that it can be taken back: no money moved with it, and no boxes left.
 */
public enum SaleStep {
    OFFERED,
    PACKED,
    DELIVERED,
    CLOSED,
    CANCELLED
}
