package medflip.deals.read.payouts;

/** How far money for a person is. */
enum PayoutStage {
    /** Owed, and not planned yet. */
    DUE,
    PLANNED,
    /** Left; nobody has said that it arrived. */
    SENT,
    /** Reached the person. */
    SETTLED,
    /** Came back or never left: it is owed again. */
    FAILED,
    /** Was planned, and won't be made. */
    WITHDRAWN
}
