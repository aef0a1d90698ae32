package medflip.catalog.read.prices;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** What a buyer pays for a box, or why it doesn't take it. */
    record Bid(@Nullable Money price, @Nullable BidObstacle obstacle) {

        static Bid none(BidObstacle why) {
            return new Bid(null, why);
        }
    }

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
        List<Offer> offers = new ArrayList<>();
        for (Entry entry : entries(product)) {
            KnownBuyer buyer = entry.buyer();
            if (buyer != null && refusal(buyer.terms(), entry, expiry, grade, day) == null) {
                ListPrice listed = answer(entry, expiry, grade, day).price();
                if (listed != null) {
                    offers.add(new Offer(buyer, listed, net(buyer.terms(), listed)));
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
        if (listed == null) {
            return null;
        }
        return buyer == null ? listed.price() : net(buyer.terms(), listed);
    }

    /** Who is sold to and has a list that holds. */
    Set<KnownBuyer> buyers() {
        return byProduct.values().stream()
                .flatMap(List::stream)
                .map(Entry::buyer)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * What one buyer pays, on its own terms or on those it is given here, for such a box on the day; or why nothing.
     */
    Bid bid(KnownBuyer buyer, UUID product, YearMonth expiry, Grade grade, LocalDate day) {
        return entries(product).stream()
                .filter(entry -> entry.buyer() != null && entry.buyer().id().equals(buyer.id()))
                .findFirst()
                .map(entry -> bid(buyer.terms(), entry, expiry, grade, day))
                .orElseGet(() -> Bid.none(BidObstacle.NOT_LISTED));
    }

    private Bid bid(BuyerTerms terms, Entry entry, YearMonth expiry, Grade grade, LocalDate day) {
        BidObstacle obstacle = refusal(terms, entry, expiry, grade, day);
        ListedProduct.Answer answer = answer(entry, expiry, grade, day);
        return obstacle == null && answer.price() != null
                ? new Bid(net(terms, answer.price()), null)
                : Bid.none(obstacle == null ? why(Objects.requireNonNull(answer.refusal())) : obstacle);
    }

    /** Why the buyer's terms exclude such a box, if they do. A box that nobody has graded counts as a perfect one. */
    private @Nullable BidObstacle refusal(BuyerTerms terms, Entry entry, YearMonth expiry, Grade grade, LocalDate day) {
        int months = rules.monthCount().left(day, expiry);
        if (months < 0) {
            return BidObstacle.EXPIRED;
        } else if (months < terms.minimumMonths()) {
            return BidObstacle.TOO_FEW_MONTHS;
        } else if (!terms.grades().contains(grade == Grade.UNGRADED ? Grade.PERFECT : grade)) {
            return BidObstacle.GRADE_REFUSED;
        }
        return terms.channels().contains(entry.channel()) ? null : BidObstacle.CHANNEL_REFUSED;
    }

    private static BidObstacle why(ListedProduct.Refusal refusal) {
        return switch (refusal) {
            case EXPIRED -> BidObstacle.EXPIRED;
            case TOO_FEW_MONTHS -> BidObstacle.TOO_FEW_MONTHS;
            case GRADE_REFUSED -> BidObstacle.GRADE_REFUSED;
            case CHANNEL_REFUSED -> BidObstacle.CHANNEL_REFUSED;
        };
    }

    private ListedProduct.Answer answer(Entry entry, YearMonth expiry, Grade grade, LocalDate day) {
        return entry.listed().price(grade, rules.monthCount().left(day, expiry));
    }

    private static Money net(BuyerTerms terms, ListPrice listed) {
        return listed.price().share(100L - terms.deduction(), 100);
    }

    private List<Entry> entries(UUID product) {
        return byProduct.getOrDefault(product, List.of());
    }
}
