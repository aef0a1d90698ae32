package medflip.billing.events;

/** How an invoice of Stripe's stands. */
public enum InvoiceStatus {
    /** It may still change. */
    DRAFT,
    /** It is to be paid. */
    OPEN,
    /** It was paid, at Stripe or otherwise. */
    PAID,
    /** Nobody expects that it will be paid. */
    UNCOLLECTIBLE,
    /** It was a mistake. */
    VOID,
    /** Stripe deleted it while it was a draft. */
    DELETED
}
