package medflip.billing.events;

/** Why another way to pay is needed. */
public enum PaymentMethodNeed {
    /** The card runs out. */
    EXPIRES_SOON,
    /** It couldn't be set up. */
    SETUP_FAILED,
    /** There is none any more. */
    DETACHED
}
