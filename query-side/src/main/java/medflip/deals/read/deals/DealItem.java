package medflip.deals.read.deals;

import java.time.LocalDate;
import java.util.UUID;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal in the list.
 *
 * @param date when it was quoted; when it was bought, for one from before the books were kept here
 * @param validUntil last day on which the quote can be accepted
 * @param items its lines in short
 * @param quoted what was offered; what was paid, for one from before the books were kept here
 * @param owed what is still to be paid for received boxes
 * @param landedCost of all boxes received: their price and their share of the label
 * @param proceeds what its boxes brought so far
 * @param profit proceeds less the landed cost of the boxes sold
 * @param imported whether it is from before the books were kept here
 */
record DealItem(
        UUID id,
        UUID customerId,
        String customerName,
        DealState state,
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
