package medflip.deals.events;

/** What a deal waits for. */
public enum HeldFor {
    WAITING_FOR_SELLER,
    CHECKING_GOODS,
    CHECKING_SELLER,
    PRICE_QUESTION,
    OTHER
}
