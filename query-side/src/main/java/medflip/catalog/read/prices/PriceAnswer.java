package medflip.catalog.read.prices;

import java.util.List;
import java.util.UUID;
import medflip.catalog.events.ListedProduct.Refusal;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a box is worth today, and why.
 *
 * @param months that it has left
 * @param retailTwin the retail product whose price counts where a list doesn't name this one
 * @param listed what the business's own list says; absent where it doesn't name the product, or refuses
 * @param refusal why the own list gives no price
 * @param offers what buyers pay for it, the best first
 * @param minimumMargin least share of the best offer that must be left over, in percent
 */
record PriceAnswer(
        int months,
        @Nullable UUID retailTwin,
        @Nullable Listed listed,
        @Nullable Refusal refusal,
        List<BuyerOffer> offers,
        int minimumMargin) {

    /** A price by a list: the tier's price, what the grade and, for a retail twin's price, the channel leave of it. */
    record Listed(int version, int fromMonths, Money tierPrice, int gradePercent, int channelPercent, Money price) {}

    /** What a buyer pays, less what it usually takes off. */
    record BuyerOffer(UUID buyerId, String name, Money price, int version) {}
}
