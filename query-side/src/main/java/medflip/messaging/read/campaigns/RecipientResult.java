package medflip.messaging.read.campaigns;

/** What became of somebody's text. */
enum RecipientResult {
    /** Their turn hasn't come. */
    PENDING,
    /** It waits for the morning, or is on its way to Twilio. */
    WAITING,
    SENT,
    DELIVERED,
    FAILED,
    /** The gate refused it. */
    BLOCKED,
    CANCELLED,
    /** There was nobody to write to. */
    SKIPPED;

    /** The result of a recipient {@code r} whose text, if it was written, is {@code t}. */
    static final String SQL = """
            CASE WHEN r.skipped IS NOT NULL THEN 'SKIPPED'
                 WHEN t.state IS NULL THEN 'PENDING'
                 WHEN t.state IN ('SCHEDULED', 'HELD', 'SENDING') THEN 'WAITING'
                 WHEN t.state IN ('QUEUED', 'SENT') THEN 'SENT'
                 WHEN t.state IN ('UNDELIVERED', 'FAILED') THEN 'FAILED'
                 ELSE t.state END""";
}
