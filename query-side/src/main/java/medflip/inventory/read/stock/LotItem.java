package medflip.inventory.read.stock;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.kernel.Money;

/**
 * A lot in the list.
 *
 * @param expiry year and month; the goods are good to the month's end
 * @param landedCost of all boxes that were stocked
 * @param costOnHand landed cost of what is left
 */
record LotItem(
        UUID id,
        UUID dealId,
        String customerName,
        UUID productId,
        String item,
        YearMonth expiry,
        Grade grade,
        int stocked,
        int onHand,
        Money landedCost,
        Money costOnHand,
        LocalDate stockedOn,
        long version) {}
