package medflip.catalog.read.whatif;

import java.util.List;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ListedProduct;
import medflip.catalog.events.ListedProduct.TierShare;
import medflip.catalog.events.PriceTrace.ListPrice;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * How boxes would have been priced.
 *
 * @param tiers another table of tiers; absent for the list's own
 * @param deduction percent taken off each price
 * @param floor least percent of the best buyer's price to be left over; absent where nobody minds
 * @param leaveAt from so many percent less on a seller goes elsewhere; absent where everybody stays
 */
record Repricing(
        @Nullable List<TierShare> tiers,
        int deduction,
        @Nullable Integer floor,
        @Nullable Integer leaveAt) {

    private static final int WHOLE = 100;

    /**
     * What a price that was given would have been, where no other list and no other tiers are asked for.
     *
     * @return null where nothing would be left of it
     */
    @Nullable
    Money price(Money given, @Nullable Money bestPrice) {
        return capped(ListedProduct.less(given, deduction), bestPrice);
    }

    /**
     * What one box would have been worth.
     *
     * @param listed what the list says of the product; null where it doesn't name it
     * @param months left on the day of the quote
     * @param bestPrice what the best buyer paid for one then, as far as was known
     * @return null where it wouldn't have been bought
     */
    @Nullable
    Money price(@Nullable ListedProduct listed, Grade grade, int months, @Nullable Money bestPrice) {
        if (listed == null) {
            return null;
        }
        ListedProduct tiered = tiers == null ? listed : listed.by(tiers);
        ListPrice price = tiered.less(deduction).price(grade, months).price();
        if (price == null) {
            return null;
        }
        return capped(price.price(), bestPrice);
    }

    private @Nullable Money capped(Money price, @Nullable Money bestPrice) {
        Money capped = floor == null || bestPrice == null ? price : ListedProduct.leaving(price, floor, bestPrice);
        return capped.isPositive() ? capped : null;
    }

    /** Whether somebody who took the one price would have taken the other. */
    boolean stays(Money took, Money would) {
        return leaveAt == null
                || would.compareTo(took) >= 0
                || took.minus(would).minor() * WHOLE < took.minor() * leaveAt;
    }
}
