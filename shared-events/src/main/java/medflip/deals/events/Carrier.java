package medflip.deals.events;

/** Who carries parcels. */
public enum Carrier {
    USPS,
    UPS,
    FEDEX,
    DHL,
    OTHER
}
