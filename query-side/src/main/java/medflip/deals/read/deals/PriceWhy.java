package medflip.deals.read.deals;

import java.util.UUID;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.PriceTrace.ListPrice;
import medflip.catalog.events.PriceTrace.OverrideReason;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Why a box was given its price, as things stood when that was told.
 *
 * @param listed what the business's own list said; absent where it didn't name the product, or refused such boxes
 * @param best who paid most for such boxes
 * @param margin what was left of that for one box
 * @param marginPercent the same in percent of the best price, rounded down
 * @param minimumMargin least share of the best price that was to be left over, in percent
 * @param decided why and by whom another price was given than by these rules
 */
record PriceWhy(
        @Nullable ListedThen listed,
        @Nullable BestBuyer best,
        @Nullable Money margin,
        @Nullable Integer marginPercent,
        int minimumMargin,
        @Nullable Decision decided) {

    /** A price by a version of the own list: the tier's, and what grade and channel left of it. */
    record ListedThen(
            int version,
            int months,
            int fromMonths,
            Money tierPrice,
            int gradePercent,
            int channelPercent,
            Money price) {}

    /** A buyer, and what it paid for one box, less what it usually takes off. */
    record BestBuyer(UUID id, String name, Money price) {}

    /**
     * Somebody decided otherwise than the rules.
     *
     * @param by {@code user:<uuid>}
     */
    record Decision(OverrideReason reason, String by) {}

    /** Nothing where nothing but the price itself is known. */
    static @Nullable PriceWhy of(@Nullable PriceTrace trace, Money unitPrice, @Nullable String buyerName) {
        if (trace == null || trace.equals(PriceTrace.BY_HAND)) {
            return null;
        }
        Money best = trace.bestPrice();
        return new PriceWhy(
                trace.listed() == null ? null : listed(trace.listed()),
                trace.bestBuyer() == null || best == null
                        ? null
                        : new BestBuyer(trace.bestBuyer().local(), buyerName == null ? "" : buyerName, best),
                best == null ? null : best.minus(unitPrice),
                trace.marginPercent(unitPrice),
                trace.minimumMargin(),
                trace.override() == null
                        ? null
                        : new Decision(
                                trace.override().reason(), trace.override().by()));
    }

    private static ListedThen listed(ListPrice price) {
        return new ListedThen(
                price.version(),
                price.months(),
                price.fromMonths(),
                price.tierPrice(),
                price.gradePercent(),
                price.channelPercent(),
                price.price());
    }
}
