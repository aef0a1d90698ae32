package medflip.deals.read.deals;

import java.time.LocalDate;
import java.util.UUID;
import medflip.deals.events.HeldFor;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal in the list.
 *
 * @param stateSince since when it is where it is
 * @param hold why it is on hold, if it is
 * @param date when it was quoted; when it was bought, for one from before the books were kept here
 * @param validUntil last day on which the quote can be accepted
 * @param items its lines in short: what is bought, once that is agreed on
 * @param quoted what was offered; what was paid, for one from before the books were kept here
 * @param atStake the money it is about where it stands: quoted, found, agreed or still owed
 * @param owed what is still to be paid for the boxes that were agreed on
 * @param toReturn boxes that are still to be sent back
 * @param landedCost of all boxes bought: their price, and their share of the labels and of the payout's fee
 * @param proceeds what its boxes brought so far
 * @param profit proceeds less the landed cost of the boxes sold, and less what paying cost beyond its estimate
 * @param imported whether it is from before the books were kept here
 */
record DealItem(
        UUID id,
        UUID customerId,
        String customerName,
        DealState state,
        LocalDate stateSince,
        @Nullable HeldFor hold,
        LocalDate date,
        @Nullable LocalDate validUntil,
        String items,
        int boxes,
        Money quoted,
        Money atStake,
        Money owed,
        Money paid,
        int toReturn,
        Money landedCost,
        Money proceeds,
        Money profit,
        boolean imported,
        long version) {}
