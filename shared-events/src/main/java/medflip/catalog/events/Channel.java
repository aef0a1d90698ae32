package medflip.catalog.events;

/** Where a box was meant to be sold. Boxes that aren't retail are worth less, or nothing. */
public enum Channel {
    RETAIL,
    /** Durable medical equipment: supplied through an insurer. */
    DME,
    MAIL_ORDER,
    GOVERNMENT,
    INTERNATIONAL
}
