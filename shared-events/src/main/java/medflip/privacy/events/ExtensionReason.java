package medflip.privacy.events;

/** Why a request takes longer; the person is told it (GDPR 12(3)). */
public enum ExtensionReason {
    /** There is much to look through. */
    COMPLEX,
    /** They asked many things at once. */
    MANY_REQUESTS
}
