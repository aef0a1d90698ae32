package medflip.messaging.events;

/** Why somebody of a campaign got no text. */
public enum SkipReason {
    /** The books have no number of theirs (any more). */
    NO_NUMBER,
    /** Somebody else of the campaign has the same number, and was texted. */
    SAME_NUMBER,
    /** They were put aside, or forgotten, after they were chosen. */
    GONE
}
