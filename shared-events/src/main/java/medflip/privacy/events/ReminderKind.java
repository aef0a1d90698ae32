package medflip.privacy.events;

/** Of what owners are reminded. */
public enum ReminderKind {
    /** A request has to be answered within a week. */
    SOON,
    /** It should have been answered. */
    LATE
}
