package medflip.customers.events;

/** Where a person can be paid. */
public enum HandleKind {
    ZELLE,
    PAYPAL,
    CASH_APP,
    VENMO,
    BANK_ACCOUNT,
    OTHER
}
