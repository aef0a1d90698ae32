package medflip.accounts.events;

/** The lists that people filter, and choose columns of. */
public enum ListName {
    DEALS,
    LOTS,
    ITEMS,
    SALES,
    PEOPLE,
    PRODUCTS,
    BUYERS,
    PAYOUTS,
    EXPENSES,
    MILEAGE
}
