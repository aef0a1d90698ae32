package medflip.deals.write;

/** How far a deal is, as coarsely as its decisions need it. */
enum Stage {
    QUOTED,
    /** Declined, expired or cancelled before the boxes came. */
    ENDED,
    /** The boxes are to come, or are on their way. */
    ACCEPTED,
    /** The boxes are here. */
    INSPECTING,
    /** The person was told a new price for what was found. */
    REQUOTED,
    /** The price is settled and owed. */
    AGREED,
    /** Nothing is bought; the boxes are to go back. */
    RETURNING,
    CLOSED;

    boolean boxesAreHere() {
        return compareTo(INSPECTING) >= 0;
    }
}
