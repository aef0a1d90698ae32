package medflip.catalog.read.prices;

import java.util.List;
import java.util.UUID;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one list that holds today pays for a product.
 *
 * @param buyerId whose list it is; the business's own without one
 * @param version of the list
 * @param tiers from the most months to the fewest
 */
record ProductPrices(@Nullable UUID buyerId, @Nullable String buyerName, int version, List<BoxPrices> tiers) {

    /**
     * What boxes are worth that have so many months left, or more; less what the buyer usually takes off.
     *
     * @param perfect absent where the list refuses the product's channel
     * @param damaged absent where the list refuses slightly damaged boxes
     */
    record BoxPrices(
            int fromMonths,
            @Nullable Money perfect,
            @Nullable Money damaged) {}
}
