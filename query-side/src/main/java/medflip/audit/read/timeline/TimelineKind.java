package medflip.audit.read.timeline;

/** What part of a person's timeline is asked for. */
enum TimelineKind {
    /** What was quoted, bought and became of the boxes. */
    DEALS("^(deals[.](?!Payout)|inventory[.])"),
    PAYOUTS("^deals[.]Payout"),
    /** What was texted, and what they agreed to. */
    TEXTS("^messaging[.]"),
    NOTES("^customers[.]Note"),
    TASKS("^customers[.]Task"),
    FILES("^customers[.]File"),
    /** Who they are, how they are reached, what stands on their card. */
    CARD("^customers[.](?!Note|Task|File)");

    private final String events;

    TimelineKind(String events) {
        this.events = events;
    }

    /** Matches the stored names of its events. */
    String events() {
        return events;
    }
}
