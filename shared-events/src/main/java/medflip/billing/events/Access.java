package medflip.billing.events;

/** What a business may do by its subscription; the later says more. */
public enum Access {
    /** The billing page alone: the first payment is still to be made. */
    BILLING_ONLY,
    /** All can be read, searched and taken away, and nothing entered. */
    READ_ONLY,
    /** All, for a while: a payment didn't go through. */
    GRACE,
    /** All. */
    FULL;

    /** Whether the business may enter and change what it has. */
    public boolean mayWrite() {
        return this == FULL || this == GRACE;
    }
}
