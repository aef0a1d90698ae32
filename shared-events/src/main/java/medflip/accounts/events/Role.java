package medflip.accounts.events;

/** What somebody may do for a business, or for the service itself. */
public enum Role {
    /** Everything, the account itself included: members, keys, settings. */
    OWNER,
    /** The daily work: people, deals, stock, sales, money. */
    STAFF,
    /** Sees everything with its history, and changes nothing. */
    AUDITOR,
    /** The service's own staff: runs the service, and sees nothing that any business has. No business has one. */
    OPERATOR;

    /** Whether the password alone is not enough: for who looks at everything, or at everybody's. */
    public boolean needsSecondStep() {
        return this == AUDITOR || this == OPERATOR;
    }
}
