package medflip.deals.events;

/** Who wrote down that the person took the offer. */
public enum AcceptedBy {
    BUSINESS,
    LINK
}
