package medflip.deals.events;

/** How money reached the person. */
public enum PayoutMethod {
    CASH,
    CHECK,
    ZELLE,
    PAYPAL,
    CASH_APP,
    VENMO,
    BANK_TRANSFER,
    OTHER
}
