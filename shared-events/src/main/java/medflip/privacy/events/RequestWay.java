package medflip.privacy.events;

/** How a request came in. */
public enum RequestWay {
    IN_PERSON,
    BY_PHONE,
    BY_TEXT,
    BY_EMAIL,
    BY_LETTER,
    /** By a private link to what is held of them. */
    BY_LINK,
    /** On a screen of the service, signed in. */
    IN_APP
}
