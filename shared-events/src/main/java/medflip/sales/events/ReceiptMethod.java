package medflip.sales.events;

/** How a buyer paid. */
public enum ReceiptMethod {
    CASH,
    CHECK,
    BANK_TRANSFER,
    ZELLE,
    PAYPAL,
    CARD,
    OTHER
}
