package medflip.reports.read.today;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What needs the owner now; each list shows the most urgent ten, {@code counts} says how many there are.
 *
 * @param quotesRunningOut open quotes that can be accepted for three more days at most, today among them
 * @param awaitingBoxes accepted, not received yet, the oldest first
 * @param boxesArrived received, the price not settled yet, the oldest first
 * @param payoutsDue agreed, something still owed, the oldest first
 * @param expiringSoon lots with boxes left that expire within 90 days, not those that have
 */
record Today(
        List<TodayDeal> quotesRunningOut,
        List<TodayDeal> awaitingBoxes,
        List<TodayDeal> boxesArrived,
        List<TodayDeal> payoutsDue,
        List<TodayLot> expiringSoon,
        Counts counts,
        Month month,
        Stock stock) {

    /**
     * How many there are of each list.
     *
     * @param expired lots with boxes left that can't be sold any more
     */
    record Counts(
            long quotesRunningOut,
            long awaitingBoxes,
            long boxesArrived,
            long payoutsDue,
            long expiringSoon,
            long expired) {}

    /**
     * How the current month stands.
     *
     * @param bought boxes that were received
     */
    record Month(YearMonth month, Money profit, Money proceeds, Money paidOut, int bought) {}

    /** What is on the shelf, and what it cost. */
    record Stock(long boxes, Money cost) {}

    /** Where a deal is that needs something. */
    enum TodayState {
        QUOTED,
        ACCEPTED,
        AWAITING_SHIPMENT,
        SCHEDULED,
        IN_TRANSIT,
        RECEIVED,
        REQUOTED,
        AGREED
    }

    /** A deal, as lists show it. */
    record TodayDeal(
            UUID id,
            UUID customerId,
            String customerName,
            TodayState state,
            LocalDate date,
            @Nullable LocalDate validUntil,
            String items,
            int boxes,
            Money quoted,
            Money owed,
            Money paid,
            Money landedCost,
            Money proceeds,
            Money profit,
            boolean imported,
            long version) {}

    /** A lot, as lists show it. */
    record TodayLot(
            UUID id,
            UUID dealId,
            String customerName,
            String item,
            YearMonth expiry,
            Grade grade,
            int stocked,
            int onHand,
            Money landedCost,
            Money costOnHand,
            LocalDate stockedOn,
            long version) {}
}
