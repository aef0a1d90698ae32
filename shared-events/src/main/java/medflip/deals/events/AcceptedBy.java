package medflip.deals.events;

/** Who wrote down that the person took an offer. */
public enum AcceptedBy {
    BUSINESS,
    LINK
}
