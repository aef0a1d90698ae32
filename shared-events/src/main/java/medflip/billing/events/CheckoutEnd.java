package medflip.billing.events;

/** How a visit to Stripe's checkout ended. */
public enum CheckoutEnd {
    /** Something was subscribed. */
    SUBSCRIBED,
    /** The same, and the bank takes days to pay. */
    PAYMENT_PENDING,
    /** The bank didn't pay. */
    PAYMENT_FAILED,
    /** Nobody finished it. */
    ABANDONED
}
