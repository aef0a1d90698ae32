package medflip.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import medflip.catalog.events.BuyerEvent.BuyerRestored;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricesWithdrawn;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.PriceLine;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.PricingRules;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductEvent.ProductRestored;
import medflip.catalog.events.ProductEvent.ProductRetired;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/** What happens in a catalog, made up: products, buyers and price lists, each a strand of its own. */
final class CatalogStory {

    private final TenantId tenant;
    private final Random random;
    private final Facts facts;

    CatalogStory(TenantId tenant, Random random) {
        this.tenant = tenant;
        this.random = random;
        this.facts = new Facts(tenant);
    }

    List<List<DomainEvent>> told(List<String> items, List<String> buyers) {
        List<List<DomainEvent>> strands = new ArrayList<>();
        items.forEach(item -> strands.add(product(item)));
        for (String name : buyers) {
            BuyerId buyer = BuyerId.of(tenant, new UUID(random.nextLong(), random.nextLong()));
            strands.add(buyer(buyer, name));
            strands.add(prices(items, PriceListId.of(buyer), buyer));
        }
        strands.add(prices(items, PriceListId.own(tenant), null));
        return strands;
    }

    private List<DomainEvent> product(String item) {
        ProductId product = facts.product(item);
        List<DomainEvent> events = new ArrayList<>(List.of(facts.added(item)));
        if (random.nextBoolean()) {
            events.add(new ProductCorrected(product, ProductVariant.called(item + " new")));
        }
        if (random.nextBoolean()) {
            events.add(new ProductRetired(product));
            events.add(new ProductRestored(product));
        }
        return events;
    }

    private List<DomainEvent> buyer(BuyerId buyer, String name) {
        List<DomainEvent> events = new ArrayList<>(List.of(facts.buyerAdded(buyer, name, random.nextInt(9))));
        if (random.nextBoolean()) {
            events.addAll(List.of(new BuyerRetired(buyer), new BuyerRestored(buyer)));
        }
        return events;
    }

    private List<DomainEvent> prices(List<String> items, PriceListId list, @Nullable BuyerId buyer) {
        List<DomainEvent> events = new ArrayList<>();
        for (int version = 1; version <= 2 + random.nextInt(3); version++) {
            List<PriceLine> lines = items.stream()
                    .map(item -> new PriceLine(
                            facts.product(item),
                            List.of(new TierPrice(8, cents(1500, 3000)), new TierPrice(4, cents(100, 1500)))))
                    .toList();
            events.add(new PricesPublished(
                    list,
                    buyer,
                    version,
                    Facts.day("2026-%02d-01".formatted(1 + random.nextInt(11))),
                    Prices.usual(lines)));
        }
        events.add(new PricesWithdrawn(list, 1));
        if (buyer == null) {
            events.add(new PricingRulesSet(list, new PricingRules(MonthCount.WITH_CURRENT, random.nextInt(30))));
        }
        return events;
    }

    private Money cents(int from, int to) {
        return new Money(from + random.nextInt(to - from), "USD");
    }
}
