package medflip.catalog.events;

import java.util.List;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a price list says. A grade or a channel that it doesn't name is refused.
 *
 * @param grades what a box of each grade is worth
 * @param channels what a product of each channel is worth, in percent of its retail twin, where it has no price itself
 * @param lines what each product is worth
 */
public record Prices(List<GradeShare> grades, List<ChannelShare> channels, List<PriceLine> lines) {

    /** A box of this grade is worth so many percent of the line's price. */
    public record GradeShare(Grade grade, int percent) {}

    /** A product of this channel is worth so many percent of its retail twin. */
    public record ChannelShare(Channel channel, int percent) {}

    /**
     * What boxes of one product are worth, by the months they have left; the longest first. Below the last: nothing.
     */
    public record PriceLine(ProductId productId, List<TierPrice> tiers) {}

    /**
     * What a box is worth that has so many months left, or more.
     *
     * @param price of a perfect one
     * @param damaged of a slightly damaged one; where absent, the grade's share of the other
     */
    public record TierPrice(
            int fromMonths, Money price, @Nullable Money damaged) {

        public TierPrice(int fromMonths, Money price) {
            this(fromMonths, price, null);
        }
    }

    /** The rules alone, without what each product is worth. */
    public Prices withoutLines() {
        return new Prices(grades, channels, List.of());
    }

    /** Full price for perfect boxes, half for slightly damaged ones, retail only. */
    public static Prices usual(List<PriceLine> lines) {
        return new Prices(
                List.of(new GradeShare(Grade.PERFECT, 100), new GradeShare(Grade.SLIGHT_DAMAGE, 50)),
                List.of(new ChannelShare(Channel.RETAIL, 100)),
                lines);
    }
}
