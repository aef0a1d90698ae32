package medflip.catalog.read.prices;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Boxes on hand that lose worth by waiting: from a day on, the best buyer pays less.
 *
 * @param boxes on hand, of all lots that are alike
 * @param buyerId who pays most now
 * @param price what that is, for one box
 * @param dropsOn the day from which it is less
 * @param laterPrice what the best buyer pays from then on; nobody pays anything without one
 * @param loss what all boxes lose together
 */
record TierDrop(
        UUID productId,
        String item,
        YearMonth expiry,
        Grade grade,
        int boxes,
        UUID buyerId,
        String buyerName,
        Money price,
        LocalDate dropsOn,
        @Nullable Money laterPrice,
        Money lossPerBox,
        Money loss) {}
