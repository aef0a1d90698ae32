package medflip.customers.events;

/** What a number or an address is to a person. */
public enum ContactLabel {
    MOBILE,
    HOME,
    WORK,
    OTHER
}
