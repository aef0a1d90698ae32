package medflip.privacy.events;

/** Why a request isn't done. */
public enum RefusalReason {
    /** Who asks couldn't show that they are the person. */
    NOT_IDENTIFIED,
    /** The law makes the business keep it. */
    LAW_REQUIRES_IT,
    /** It was asked and answered a moment ago. */
    REPEATED,
    /** The person took it back. */
    WITHDRAWN
}
