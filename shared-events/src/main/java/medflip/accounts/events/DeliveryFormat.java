package medflip.accounts.events;

/** In which form a list is delivered. */
public enum DeliveryFormat {
    /** For people. */
    CSV,
    /** For machines: a JSON object a line. */
    NDJSON
}
