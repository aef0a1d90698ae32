package medflip.catalog.events;

import java.util.List;
import java.util.Optional;
import medflip.catalog.events.PriceTrace.ListPrice;
import medflip.catalog.events.Prices.ChannelShare;
import medflip.catalog.events.Prices.GradeShare;
import medflip.catalog.events.Prices.TierPrice;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a price list says of a product. This is the price engine: both sides ask it, and nobody else
 * multiplies a price.
 *
 * @param twinOf the channel of a product that the list doesn't name itself, but whose retail twin it does
 */
public record ListedProduct(
        PriceListId priceListId,
        int version,
        Prices rules,
        List<TierPrice> tiers,
        @Nullable Channel twinOf) {

    /** Why a list gives no price. */
    public enum Refusal {
        EXPIRED,
        TOO_FEW_MONTHS,
        GRADE_REFUSED,
        CHANNEL_REFUSED
    }

    /** A price and why, or a refusal. */
    public record Answer(
            @Nullable ListPrice price, @Nullable Refusal refusal) {}

    /**
     * What a tier is worth in percent of the best one.
     *
     * @param fromMonths least months left
     * @param percent 0 for boxes that aren't bought
     */
    public record TierShare(int fromMonths, int percent) {}

    /**
     * The same by another table of tiers, each worth a share of this list's best one.
     *
     * @param table the longest first
     */
    public ListedProduct by(List<TierShare> table) {
        if (tiers.isEmpty()) {
            return this;
        }
        TierPrice best = tiers.getFirst();
        return with(table.stream()
                .filter(share -> share.percent() > 0)
                .map(share -> share(best, share.fromMonths(), share.percent()))
                .toList());
    }

    /** The same with so many percent taken off each price. */
    public ListedProduct less(int percent) {
        return percent == 0
                ? this
                : with(tiers.stream()
                        .map(tier -> share(tier, tier.fromMonths(), 100 - percent))
                        .toList());
    }

    /** A price with so many percent taken off. */
    public static Money less(Money price, int percent) {
        return percent == 0 ? price : price.share(100L - percent, 100);
    }

    /** The price, or less: what leaves so many percent of the best buyer's price over. */
    public static Money leaving(Money price, int margin, Money bestPrice) {
        Money most = bestPrice.share(100L - margin, 100);
        return price.isAtMost(most) ? price : most;
    }

    private ListedProduct with(List<TierPrice> others) {
        return new ListedProduct(priceListId, version, rules, others, twinOf);
    }

    private static TierPrice share(TierPrice tier, int fromMonths, int percent) {
        Money damaged = tier.damaged();
        return new TierPrice(
                fromMonths, tier.price().share(percent, 100), damaged == null ? null : damaged.share(percent, 100));
    }

    /** What one box is worth that has so many months left. A box that nobody has graded counts as a perfect one. */
    public Answer price(Grade grade, int months) {
        if (months < 0) {
            return new Answer(null, Refusal.EXPIRED);
        }
        Optional<TierPrice> tier = tier(months);
        if (tier.isEmpty()) {
            return new Answer(null, Refusal.TOO_FEW_MONTHS);
        }
        Money ownPrice = grade == Grade.SLIGHT_DAMAGE ? tier.get().damaged() : null;
        Optional<Integer> gradePercent = ownPrice != null ? Optional.of(100) : gradePercent(grade);
        if (gradePercent.orElse(0) == 0) {
            return new Answer(null, Refusal.GRADE_REFUSED);
        }
        Optional<Integer> channelPercent = twinOf == null ? Optional.of(100) : channelPercent(twinOf);
        if (channelPercent.orElse(0) == 0) {
            return new Answer(null, Refusal.CHANNEL_REFUSED);
        }
        Money tierPrice = ownPrice != null ? ownPrice : tier.get().price();
        Money price = tierPrice.share((long) gradePercent.get() * channelPercent.get(), 100L * 100L);
        return new Answer(
                new ListPrice(
                        priceListId,
                        version,
                        months,
                        tier.get().fromMonths(),
                        tierPrice,
                        gradePercent.get(),
                        channelPercent.get(),
                        price),
                null);
    }

    /** The tier that boxes fall into that have so many months left. */
    public Optional<TierPrice> tier(int months) {
        return tiers.stream().filter(tier -> months >= tier.fromMonths()).findFirst();
    }

    private Optional<Integer> gradePercent(Grade grade) {
        return rules.grades().stream()
                .filter(share -> share.grade() == (grade == Grade.UNGRADED ? Grade.PERFECT : grade))
                .map(GradeShare::percent)
                .findFirst();
    }

    private Optional<Integer> channelPercent(Channel channel) {
        return rules.channels().stream()
                .filter(share -> share.channel() == channel)
                .map(ChannelShare::percent)
                .findFirst();
    }
}
