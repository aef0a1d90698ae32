package medflip.messaging.events;

/** How it is known that somebody wants no more texts. */
public enum OptOutWay {
    /** They texted one of the words that mean so. */
    BY_WORD,
    /** They texted it in words of their own, and somebody read that. */
    IN_OWN_WORDS,
    /** They told the business otherwise. */
    TOLD_STAFF,
    /** Twilio refuses to text them, because they told it. */
    AT_TWILIO;

    /** What a person did by text, only they can take back. */
    public boolean isTheirOwn() {
        return this != TOLD_STAFF;
    }
}
