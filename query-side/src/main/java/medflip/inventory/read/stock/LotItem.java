package medflip.inventory.read.stock;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.inventory.events.HoldReason;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A lot in the list.
 *
 * @param expiry year and month; the goods are good to the month's end
 * @param hold why it must not be sold, if so
 * @param setAside boxes on hand that are kept for sales
 * @param landedCost of all boxes that were stocked
 * @param costOnHand landed cost of what is left
 */
record LotItem(
        UUID id,
        UUID dealId,
        @Nullable UUID customerId,
        String customerName,
        UUID productId,
        String item,
        @Nullable String lotNumber,
        @Nullable String location,
        YearMonth expiry,
        Grade grade,
        @Nullable HoldReason hold,
        int stocked,
        int onHand,
        int setAside,
        int sold,
        Money landedCost,
        Money costOnHand,
        LocalDate stockedOn,
        long version) {}
