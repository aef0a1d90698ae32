package medflip.expenses.events;

/** How the business paid for something. */
public enum PaymentMethod {
    CARD,
    CASH,
    CHECK,
    BANK_TRANSFER,
    PAYPAL,
    VENMO,
    CASH_APP,
    ZELLE,
    OTHER
}
