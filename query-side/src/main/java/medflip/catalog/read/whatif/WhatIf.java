package medflip.catalog.read.whatif;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a period was, and what it would have been.
 *
 * @param lines how many lines of quotes were looked at
 * @param unpriced how many of them the list doesn't name: they are left out of both sides
 * @param items the first 200, those first that change most
 */
record WhatIf(
        int lines,
        int unpriced,
        TradeOutcome was,
        TradeOutcome would,
        List<WhatIfMonth> months,
        List<WhatIfItem> items) {

    /**
     * What came of quotes, or would have.
     *
     * @param quoted what they offered for all boxes
     * @param boxes bought
     * @param paid for these
     * @param earned by those of them that are sold: what they brought less what they cost
     */
    record TradeOutcome(Money quoted, long boxes, Money paid, Money earned) {

        static TradeOutcome none(String currency) {
            Money zero = Money.zero(currency);
            return new TradeOutcome(zero, 0, zero, zero);
        }

        TradeOutcome plus(TradeOutcome other) {
            return new TradeOutcome(
                    quoted.plus(other.quoted), boxes + other.boxes, paid.plus(other.paid), earned.plus(other.earned));
        }
    }

    /** Quotes that were given in a month. */
    record WhatIfMonth(YearMonth month, TradeOutcome was, TradeOutcome would) {}

    /** All quotes of a product. */
    record WhatIfItem(UUID productId, String item, TradeOutcome was, TradeOutcome would) {}

    /**
     * One line of a quote.
     *
     * @param quotedEach for one box, as the person was told
     * @param wouldEach what would have been offered; absent where such boxes wouldn't have been bought
     */
    record RepricedLine(
            UUID dealId,
            LocalDate quotedOn,
            UUID productId,
            String item,
            YearMonth expiry,
            String grade,
            int quantity,
            Money quotedEach,
            @Nullable Money wouldEach,
            TradeOutcome was,
            TradeOutcome would) {}
}
