package medflip.billing.events;

/** How a payment that is in doubt stands. */
public enum DisputeState {
    /** A bank warns that the card may have been used by somebody else. */
    WARNED,
    /** It is disputed. */
    OPEN,
    /** The money stays. */
    WON,
    /** The money is gone. */
    LOST
}
