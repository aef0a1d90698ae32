package medflip.messaging.events;

/** How somebody agreed to be texted. */
public enum ConsentBasis {
    /** They wrote first. */
    WROTE_FIRST,
    /** They said so on the phone. */
    BY_PHONE,
    /** They said so face to face. */
    IN_PERSON,
    /** They ticked it in a form. */
    WEB_FORM,
    /** They signed it on paper. */
    ON_PAPER
}
