package medflip.messaging.events;

/** Why a text was not sent. */
public enum BlockReason {
    /** The person wants no texts. */
    OPTED_OUT,
    /** Nobody said that the person agreed to be texted. */
    NO_CONSENT,
    /** No text can arrive at this number. */
    NUMBER_UNUSABLE,
    /** It has words that carriers take for the sale of prescription drugs. */
    FORBIDDEN_WORDS,
    /** The business has no account at Twilio connected. */
    NOT_CONNECTED,
    /** The person wants that what is held of them isn't used. */
    RESTRICTED,
    /** The business's subscription has ended. */
    SUBSCRIPTION_ENDED
}
