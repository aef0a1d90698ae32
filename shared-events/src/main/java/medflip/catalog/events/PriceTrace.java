package medflip.catalog.events;

import medflip.kernel.Money;
import medflip.kernel.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * Why a box has the price it has.
 *
 * @param listed what the business's own list says; absent where it doesn't name the product
 * @param bestBuyer who pays most for such boxes
 * @param bestPrice what that buyer pays for one, less what it usually takes off
 * @param minimumMargin least share of the best price that must be left over, in percent
 * @param override why and by whom another price was given than the list's, or one below the least margin
 */
public record PriceTrace(
        @Nullable ListPrice listed,
        @Nullable BuyerId bestBuyer,
        @Nullable Money bestPrice,
        int minimumMargin,
        @Nullable PriceOverride override) {

    /** Nothing is known but the price itself. */
    public static final PriceTrace BY_HAND = new PriceTrace(null, null, null, 0, null);

    /**
     * What a list says of a box.
     *
     * @param months that the box has left
     * @param fromMonths the tier it falls into
     * @param tierPrice what a perfect box of that tier is worth; where the list has a price of its own for the grade,
     *     that
     * @param gradePercent what its grade leaves of that
     * @param channelPercent what its channel leaves of that, where it has the price of its retail twin
     * @param price what is left
     */
    public record ListPrice(
            PriceListId priceListId,
            int version,
            int months,
            int fromMonths,
            Money tierPrice,
            int gradePercent,
            int channelPercent,
            Money price) {}

    /** Somebody decided otherwise than the rules. {@code by} is an actor. */
    public record PriceOverride(
            OverrideReason reason, @NotPersonal("an id") String by) {}

    /** Why a price was given against the rules; a choice, since nobody types with a seller on the phone. */
    public enum OverrideReason {
        HAGGLED,
        REGULAR_SELLER,
        LARGE_LOT,
        COMPETITOR,
        LIST_IS_WRONG,
        OTHER
    }

    public PriceTrace with(@Nullable PriceOverride decision) {
        return new PriceTrace(listed, bestBuyer, bestPrice, minimumMargin, decision);
    }

    /** Whether the price is another than the list's, or leaves less than the least margin. */
    public boolean isAgainstTheRules(Money unitPrice) {
        Integer margin = marginPercent(unitPrice);
        return listed != null && !listed.price().equals(unitPrice) || margin != null && margin < minimumMargin;
    }

    /** What is left of the best price, in percent of it, rounded down; null where nobody is known to buy. */
    public @Nullable Integer marginPercent(Money unitPrice) {
        return bestPrice == null || !bestPrice.isPositive()
                ? null
                : (int) Math.floorDiv((bestPrice.minor() - unitPrice.minor()) * 100, bestPrice.minor());
    }
}
