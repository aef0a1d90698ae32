package medflip.accounts.events;

/** What somebody may do for a business. */
public enum Role {
    /** Everything, the account itself included: members, keys, settings. */
    OWNER,
    /** The daily work: people, deals, stock, sales, money. */
    STAFF,
    /** Sees everything with its history, and changes nothing. */
    AUDITOR
}
