package medflip.catalog.read.prices;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ListedProduct;
import medflip.catalog.events.PriceTrace.ListPrice;
import medflip.catalog.events.PricingRules;
import medflip.catalog.read.prices.ProductPrices.BoxPrices;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/** All lists that hold on a day: the business's own, and those of the buyers that are sold to. */
final class PriceBook {

    /** A buyer that is sold to. */
    record KnownBuyer(UUID id, String name, BuyerTerms terms) {}

    /** What a buyer pays for a box, less what it usually takes off. */
    record Offer(KnownBuyer buyer, ListPrice listed, Money price) {}

    /** What a list says of a product. */
    record Entry(
            ListedProduct listed, Channel channel, @Nullable KnownBuyer buyer) {}

    private final PricingRules rules;
    private final Map<UUID, List<Entry>> byProduct;

    PriceBook(PricingRules rules, Map<UUID, List<Entry>> byProduct) {
        this.rules = rules;
        this.byProduct = byProduct;
    }

    /** What the business's own list says of a box; nothing where it doesn't name the product. */
    Optional<ListedProduct.Answer> own(UUID product, YearMonth expiry, Grade grade, LocalDate day) {
        return entries(product).stream()
                .filter(entry -> entry.buyer() == null)
                .findFirst()
                .map(entry -> entry.listed().price(grade, rules.monthCount().left(day, expiry)));
    }

    /** What the buyers pay that take such a box on the day, the best first. */
    List<Offer> offers(UUID product, YearMonth expiry, Grade grade, LocalDate day) {
        int months = rules.monthCount().left(day, expiry);
        List<Offer> offers = new ArrayList<>();
        for (Entry entry : entries(product)) {
            KnownBuyer buyer = entry.buyer();
            Grade counted = grade == Grade.UNGRADED ? Grade.PERFECT : grade;
            if (buyer != null && buyer.terms().accept(expiry, counted, entry.channel(), day, rules.monthCount())) {
                ListPrice listed = entry.listed().price(grade, months).price();
                if (listed != null) {
                    offers.add(new Offer(
                            buyer,
                            listed,
                            listed.price().share(100L - buyer.terms().deduction(), 100)));
                }
            }
        }
        offers.sort(Comparator.comparing(Offer::price)
                .reversed()
                .thenComparing(offer -> offer.buyer().name()));
        return offers;
    }

    /** What each list pays for the product, the business's own first, then by the buyers' names. */
    List<ProductPrices> prices(UUID product) {
        return entries(product).stream()
                .sorted(Comparator.comparing(
                        entry -> entry.buyer() == null ? "" : entry.buyer().name()))
                .map(entry -> new ProductPrices(
                        entry.buyer() == null ? null : entry.buyer().id(),
                        entry.buyer() == null ? null : entry.buyer().name(),
                        entry.listed().version(),
                        entry.listed().tiers().stream()
                                .map(tier -> new BoxPrices(
                                        tier.fromMonths(),
                                        price(entry, Grade.PERFECT, tier.fromMonths()),
                                        price(entry, Grade.SLIGHT_DAMAGE, tier.fromMonths())))
                                .toList()))
                .toList();
    }

    private static @Nullable Money price(Entry entry, Grade grade, int months) {
        KnownBuyer buyer = entry.buyer();
        if (buyer != null && !buyer.terms().grades().contains(grade)) {
            return null;
        }
        ListPrice listed = entry.listed().price(grade, months).price();
        return listed == null
                ? null
                : listed.price()
                        .share(buyer == null ? 100 : 100L - buyer.terms().deduction(), 100);
    }

    private List<Entry> entries(UUID product) {
        return byProduct.getOrDefault(product, List.of());
    }
}
