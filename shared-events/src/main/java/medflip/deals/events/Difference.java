package medflip.deals.events;

/** Why boxes aren't what was quoted. */
public enum Difference {
    SHORTER_EXPIRY,
    LONGER_EXPIRY,
    DAMAGED,
    BROKEN_SEAL,
    UNREADABLE,
    PEN_MARKS,
    WATER,
    EXPIRED,
    NOT_QUOTED,
    NEW_PRICE,
    OTHER
}
