package medflip.messaging.read.inbox;

/** What became of a text. */
enum TextState {
    /** A person wrote it. */
    RECEIVED,
    /** It leaves at its time. */
    SCHEDULED,
    /** It leaves when it is day where the person is. */
    HELD,
    /** It is on its way to Twilio. */
    SENDING,
    QUEUED,
    SENT,
    DELIVERED,
    UNDELIVERED,
    FAILED,
    /** The gate refused it. */
    BLOCKED,
    CANCELLED
}
