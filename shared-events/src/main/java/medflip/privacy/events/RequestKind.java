package medflip.privacy.events;

/** What a person may ask about their data (GDPR 15 to 21, CCPA 1798.100 to 1798.121). */
public enum RequestKind {
    /** To see what is held. */
    ACCESS,
    /** To have it put right. */
    CORRECTION,
    /** To be forgotten. */
    DELETION,
    /** To take it along. */
    EXPORT,
    /** To have it kept and not used. */
    RESTRICTION,
    /** To be left alone. */
    OPT_OUT
}
