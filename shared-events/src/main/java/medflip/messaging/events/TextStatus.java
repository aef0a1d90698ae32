package medflip.messaging.events;

/** How far a text that left has come; none ever goes back to one before it. */
public enum TextStatus {
    /** Twilio took it. */
    QUEUED(1),
    /** A carrier has it. */
    SENT(2),
    /** It is on the phone. */
    DELIVERED(3),
    /** The carrier gave it back. */
    UNDELIVERED(3),
    /** Twilio would not or could not send it. */
    FAILED(3);

    private final int rank;

    TextStatus(int rank) {
        this.rank = rank;
    }

    /** Whether this is news to who knew the other; of two ends the first counts. */
    public boolean isBeyond(TextStatus known) {
        return rank > known.rank;
    }
}
