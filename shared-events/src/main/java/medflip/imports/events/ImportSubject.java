package medflip.imports.events;

/** What the rows of an imported file are about. */
public enum ImportSubject {
    DEALS,
    CUSTOMERS,
    PRODUCTS,
    PRICES,
    EXPENSES
}
