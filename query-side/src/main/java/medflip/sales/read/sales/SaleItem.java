package medflip.sales.read.sales;

import java.time.LocalDate;
import java.util.UUID;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sale in the list.
 *
 * @param buyerId the buyer in the books; absent for one whose name was only typed
 * @param date when it shipped, or is to ship
 * @param items what it is about, in one line
 * @param proceeds what was agreed less what the buyer deducted
 * @param landedCost of the boxes sold; nothing before they ship
 * @param profit proceeds less landed cost; absent before it ships
 * @param owed by the buyer; nothing before it ships
 */
record SaleItem(
        UUID id,
        @Nullable UUID buyerId,
        String buyer,
        SaleState state,
        LocalDate date,
        String items,
        int boxes,
        Money proceeds,
        Money landedCost,
        @Nullable Money profit,
        Money owed,
        @Nullable Integer invoiceNumber,
        @Nullable LocalDate dueOn,
        long version) {}
