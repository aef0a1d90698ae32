package medflip.catalog.read.prices;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer would pay for boxes that are on hand and free.
 *
 * @param minimumMonths that must be left on the day the boxes ship
 * @param deduction what the buyer usually takes off its list, in percent; the value is without it
 * @param paymentDays how many days after the invoice it pays
 * @param lots that it takes
 * @param boxes of these lots
 * @param value what it pays for them
 * @param landedCost of them
 * @param margin what is left
 * @param refused what it doesn't get of the boxes asked for, by the reason
 */
record SaleProposal(
        UUID buyerId,
        String buyerName,
        int minimumMonths,
        int deduction,
        int paymentDays,
        int lots,
        int boxes,
        Money value,
        Money landedCost,
        Money margin,
        List<Refused> refused) {

    record Refused(BidObstacle reason, int boxes) {}

    /** A proposal with its lots: those that the buyer takes, those that expire first in front, then the others. */
    record ProposedSale(SaleProposal proposal, LocalDate shipOn, List<ProposedLot> lots) {}

    /**
     * Boxes of one lot.
     *
     * @param free boxes that no other sale keeps
     * @param monthsLeft on the day they ship, as the business counts months
     * @param unitCost landed cost of one box, to the nearest cent
     * @param unitPrice what the buyer pays for one
     * @param obstacle why it doesn't get them, if so
     */
    record ProposedLot(
            UUID lotId,
            String item,
            YearMonth expiry,
            Grade grade,
            @Nullable String location,
            int free,
            int monthsLeft,
            Money unitCost,
            @Nullable Money unitPrice,
            @Nullable BidObstacle obstacle) {}
}
