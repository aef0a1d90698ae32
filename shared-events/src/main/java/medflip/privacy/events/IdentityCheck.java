package medflip.privacy.events;

/** How it was made sure that whoever asks is the person: a kind of proof, never the proof itself. */
public enum IdentityCheck {
    /** Somebody of the business knows them, and spoke with them. */
    KNOWN_IN_PERSON,
    /** An official document was looked at, and not copied. */
    DOCUMENT_SEEN,
    /** They answered from a number that was on their card before. */
    ANSWERED_FROM_KNOWN_NUMBER,
    /** They answered from an address that was on their card before. */
    ANSWERED_FROM_KNOWN_ADDRESS,
    /** They knew what only they can know of their deals. */
    KNEW_THEIR_DEALS,
    /** They were signed in. */
    SIGNED_IN,
    /** They came by a private link, which somebody who was known had been given. */
    HAD_PRIVATE_LINK
}
