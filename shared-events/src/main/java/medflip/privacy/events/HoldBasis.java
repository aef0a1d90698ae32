package medflip.privacy.events;

/** Which law makes the service keep something that would be destroyed. */
public enum HoldBasis {
    /** A dispute at court, or one that is to be expected (GDPR 17(3)(e)). */
    LITIGATION,
    /** An authority ordered it. */
    AUTHORITY_ORDER,
    /** Taxes are looked into. */
    TAX_AUDIT,
    /** A crime is looked into. */
    INVESTIGATION
}
