package medflip.accounts.events;

/** Why an address is no good for mails. */
public enum AddressFault {
    /** Mails come back: there is no such mailbox, or it takes none of ours. */
    BOUNCED,
    /** Who reads it said to their mail provider that a mail of ours is unwanted. */
    COMPLAINED
}
