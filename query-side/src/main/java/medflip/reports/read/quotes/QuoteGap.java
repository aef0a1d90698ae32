package medflip.reports.read.quotes;

import java.util.List;
import medflip.kernel.Money;

/**
 * Why less (or more) is paid for bought boxes than was quoted, by the day on which the price was settled. The causes
 * sum to the gap, to the cent.
 *
 * @param gap quoted less agreed
 * @param causes the costliest first
 */
record QuoteGap(Money quoted, Money agreed, Money gap, List<CauseGap> causes) {

    /** Why boxes aren't what was quoted, if they aren't; {@code MISSING} and {@code MORE} are about their number. */
    enum GapCause {
        AS_QUOTED,
        MISSING,
        MORE,
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

    /** What one cause comes to; negative where more is paid because of it. */
    record CauseGap(GapCause cause, long boxes, Money gap) {}
}
