package medflip.privacy.events;

/** How a request came in. */
public enum RequestWay {
    IN_PERSON,
    BY_PHONE,
    BY_TEXT,
    BY_EMAIL,
    BY_LETTER
}
