package medflip.deals.write;

import static medflip.platform.command.Rejection.require;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import medflip.catalog.events.BuyerEvent;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerCorrected;
import medflip.catalog.events.BuyerEvent.BuyerRestored;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ListedProduct;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricesWithdrawn;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.PriceTrace.ListPrice;
import medflip.catalog.events.PriceTrace.OverrideReason;
import medflip.catalog.events.PriceTrace.PriceOverride;
import medflip.catalog.events.Prices.PriceLine;
import medflip.catalog.events.PricingRules;
import medflip.catalog.events.ProductEvent;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.deals.events.DealId;
import medflip.deals.events.QuoteEvent;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.events.QuoteLine;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Histories;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Prices the lines of a quote by the business's own list, read from the list's own events: so a price that was
 * published a moment ago counts, and nobody's screen is trusted with arithmetic. Which buyer pays most the caller says,
 * and only what that buyer pays is looked up.
 */
@Component
class QuotePricing {

    /**
     * A line as it is asked for.
     *
     * @param unitPrice for one box; without it, the list's price
     * @param retailTwin the retail product whose price counts where a list doesn't name this one
     * @param bestBuyer who pays most for such boxes
     * @param reason why the price isn't the list's, or leaves less than the least margin
     */
    record Asked(
            int line,
            ProductId productId,
            String item,
            YearMonth expiry,
            Grade grade,
            int quantity,
            @Nullable Money unitPrice,
            @Nullable ProductId retailTwin,
            @Nullable BuyerId bestBuyer,
            @Nullable OverrideReason reason) {}

    private record Buyer(BuyerTerms terms, boolean retired) {}

    private final Histories histories;

    QuotePricing(Histories histories) {
        this.histories = histories;
    }

    /**
     * The lines with their prices and why. The caller answers for a price against the rules.
     *
     * @throws medflip.platform.command.CommandRejected if there is no such product, the list refuses such boxes, or
     *     nobody says what they cost
     */
    List<QuoteLine> priced(List<Asked> lines, LocalDate today, Caller caller) {
        PricingRules rules = rules(caller.tenant());
        return lines.stream().map(asked -> priced(asked, rules, today, caller)).toList();
    }

    private QuoteLine priced(Asked asked, PricingRules rules, LocalDate today, Caller caller) {
        require(variant(asked.productId()).isPresent(), DealRejection.UNKNOWN_PRODUCT);
        Optional<ListedProduct.Answer> own = own(asked, rules, today);
        own.map(ListedProduct.Answer::refusal).ifPresent(refusal -> {
            throw new CommandRejected(DealRejection.of(refusal));
        });
        PriceTrace trace = trace(asked, own, rules, today);
        ListPrice listed = trace.listed();
        Money price = asked.unitPrice() != null ? asked.unitPrice() : listed != null ? listed.price() : null;
        if (price == null) {
            throw new CommandRejected(DealRejection.PRICE_NEEDED);
        }
        PriceOverride override = asked.reason() != null && trace.isAgainstTheRules(price)
                ? new PriceOverride(asked.reason(), caller.actor())
                : null;
        return new QuoteLine(
                asked.line(),
                asked.productId(),
                asked.item(),
                asked.expiry(),
                asked.grade(),
                asked.quantity(),
                price,
                trace.with(override));
    }

    /** What the rules make of boxes that are here already. Nothing is refused: the inspection decides about them. */
    PriceTrace trace(Asked asked, LocalDate today) {
        PricingRules rules = rules(asked.productId().tenantId());
        return trace(asked, own(asked, rules, today), rules, today);
    }

    private PriceTrace trace(Asked asked, Optional<ListedProduct.Answer> own, PricingRules rules, LocalDate today) {
        Money bestPrice = asked.bestBuyer() == null
                ? null
                : bestPrice(asked.bestBuyer(), asked, today, rules).orElse(null);
        return new PriceTrace(
                own.map(ListedProduct.Answer::price).orElse(null),
                bestPrice == null ? null : asked.bestBuyer(),
                bestPrice,
                rules.minimumMargin(),
                null);
    }

    private Optional<ListedProduct.Answer> own(Asked asked, PricingRules rules, LocalDate today) {
        return listed(PriceListId.own(asked.productId().tenantId()), asked, today)
                .map(listed -> listed.price(asked.grade(), rules.monthCount().left(today, asked.expiry())));
    }

    /** The product of a line by the newest version of the deal's quote. */
    Optional<ProductId> quoted(DealId deal, int line) {
        return histories
                .of(deal, QuoteEvent.class)
                .map(event -> switch (event) {
                    case QuoteGiven given -> given.lines();
                    case QuoteRevised revised -> revised.lines();
                    default -> List.<QuoteLine>of();
                })
                .filter(lines -> !lines.isEmpty())
                .reduce((earlier, later) -> later)
                .flatMap(lines -> lines.stream()
                        .filter(quoted -> quoted.line() == line)
                        .map(QuoteLine::productId)
                        .findFirst());
    }

    private PricingRules rules(TenantId tenant) {
        return histories
                .of(PriceListId.own(tenant), PricingRulesSet.class)
                .reduce((earlier, later) -> later)
                .map(PricingRulesSet::rules)
                .orElse(PricingRules.USUAL);
    }

    /** What a buyer pays for such a box that is shipped today, less what it usually takes off. */
    private Optional<Money> bestPrice(BuyerId id, Asked asked, LocalDate today, PricingRules rules) {
        Optional<Buyer> buyer = buyer(id).filter(known -> !known.retired());
        if (buyer.isEmpty()
                || !buyer.get()
                        .terms()
                        .accept(asked.expiry(), asked.grade(), channel(asked.productId()), today, rules.monthCount())) {
            return Optional.empty();
        }
        return listed(PriceListId.of(id), asked, today)
                .map(listed -> listed.price(asked.grade(), rules.monthCount().left(today, asked.expiry()))
                        .price())
                .map(listed -> listed.price().share(100L - buyer.get().terms().deduction(), 100));
    }

    /** What the list's version of the day says of the product, or else of its retail twin. */
    private Optional<ListedProduct> listed(PriceListId list, Asked asked, LocalDate today) {
        return inForce(list, today)
                .flatMap(published -> line(published, asked.productId())
                        .map(line -> listed(published, line, null))
                        .or(() -> twin(asked)
                                .flatMap(twin -> line(published, twin)
                                        .map(line -> listed(published, line, channel(asked.productId()))))));
    }

    private static ListedProduct listed(PricesPublished published, PriceLine line, @Nullable Channel twinOf) {
        return new ListedProduct(
                published.priceListId(), published.version(), published.prices().withoutLines(), line.tiers(), twinOf);
    }

    /** The last to take effect by the day, the newest of those of one day. */
    private Optional<PricesPublished> inForce(PriceListId list, LocalDate day) {
        Set<Integer> withdrawn = new HashSet<>();
        histories.of(list, PricesWithdrawn.class).forEach(event -> withdrawn.add(event.version()));
        return histories
                .of(list, PricesPublished.class)
                .filter(event -> !withdrawn.contains(event.version()))
                .filter(event -> !event.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(PricesPublished::effectiveFrom).thenComparingInt(PricesPublished::version));
    }

    private static Optional<PriceLine> line(PricesPublished published, ProductId product) {
        return published.prices().lines().stream()
                .filter(line -> line.productId().equals(product))
                .findFirst();
    }

    /** The twin that the caller names, if it is one. */
    private Optional<ProductId> twin(Asked asked) {
        ProductId twin = asked.retailTwin();
        if (twin == null) {
            return Optional.empty();
        }
        Optional<ProductVariant> variant = variant(asked.productId());
        Optional<ProductVariant> retail = variant(twin).filter(known -> known.channel() == Channel.RETAIL);
        return variant.flatMap(ProductVariant::twinKey)
                .filter(key -> retail.flatMap(ProductVariant::twinKey)
                        .filter(key::equals)
                        .isPresent())
                .map(key -> twin);
    }

    private Channel channel(ProductId product) {
        return variant(product).map(ProductVariant::channel).orElse(Channel.RETAIL);
    }

    private Optional<ProductVariant> variant(ProductId product) {
        return histories
                .of(product, ProductEvent.class)
                .map(event -> switch (event) {
                    case ProductAdded added -> Optional.of(added.variant());
                    case ProductCorrected corrected -> Optional.of(corrected.variant());
                    default -> Optional.<ProductVariant>empty();
                })
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later);
    }

    private Optional<Buyer> buyer(BuyerId id) {
        Buyer[] known = new Buyer[1];
        histories
                .of(id, BuyerEvent.class)
                .forEach(event -> known[0] = switch (event) {
                    case BuyerAdded added -> new Buyer(added.terms(), false);
                    case BuyerCorrected corrected -> new Buyer(corrected.terms(), known[0].retired());
                    case BuyerRetired retired -> new Buyer(known[0].terms(), true);
                    case BuyerRestored restored -> new Buyer(known[0].terms(), false);
                });
        return Optional.ofNullable(known[0]);
    }
}
