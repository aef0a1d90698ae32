package medflip.catalog.read.prices;

import java.time.YearMonth;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What other prices would make of a line of an open quote.
 *
 * @param quoted for one box, as the person was told
 * @param would be for one box; nothing where such boxes would be refused
 * @param difference that it would make for all boxes of the line
 */
record QuoteChange(
        UUID dealId,
        String customerName,
        String item,
        YearMonth expiry,
        Grade grade,
        int quantity,
        Money quoted,
        @Nullable Money would,
        Money difference) {}
