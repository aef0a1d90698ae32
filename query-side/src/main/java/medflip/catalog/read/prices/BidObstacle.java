package medflip.catalog.read.prices;

/** Why a buyer gets no such boxes on a day. */
enum BidObstacle {
    ON_HOLD,
    /** Other sales keep all of them. */
    SET_ASIDE,
    EXPIRED,
    TOO_FEW_MONTHS,
    GRADE_REFUSED,
    CHANNEL_REFUSED,
    /** The buyer's list doesn't name the product. */
    NOT_LISTED
}
