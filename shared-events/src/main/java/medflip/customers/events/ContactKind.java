package medflip.customers.events;

/** How a person can be reached. */
public enum ContactKind {
    PHONE,
    EMAIL
}
