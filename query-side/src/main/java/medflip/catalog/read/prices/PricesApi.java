package medflip.catalog.read.prices;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import medflip.catalog.events.Grade;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.PricingRules;
import medflip.catalog.read.prices.ListedPrices.ListedPrice;
import medflip.kernel.Money;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about price lists. A list's id is that of its buyer; that of the business's own is the business's. */
@RestController
class PricesApi {

    private static final String PRODUCTS = "catalog.products";
    private static final String BUYERS = "catalog.buyers";
    private static final String STOCK = "inventory.stock";
    private static final String WORKSPACE = "accounts.workspace";

    private static final CsvColumns<TierDrop> DROPS = new CsvColumns<TierDrop>()
            .value("Drops on", TierDrop::dropsOn)
            .text("Item", TierDrop::item)
            .value("Expiry", TierDrop::expiry)
            .value("Grade", TierDrop::grade)
            .value("Boxes", TierDrop::boxes)
            .text("Sell to", TierDrop::buyerName)
            .money("Price now", TierDrop::price)
            .money("Price then", TierDrop::laterPrice)
            .money("Loss a box", TierDrop::lossPerBox)
            .money("Loss", TierDrop::loss)
            .value("Currency", drop -> drop.loss().currency());

    private final PricesStore store;
    private final TierDropsStore drops;

    PricesApi(PricesStore store, TierDropsStore drops) {
        this.store = store;
        this.drops = drops;
    }

    /** A list with its versions. */
    @GetMapping("/api/price-lists/{id}")
    @Reads({PricesProjection.GROUP, BUYERS})
    PriceList findPriceList(Caller caller, @PathVariable UUID id) {
        return store.list(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** What a version of a list says: the one that holds today, unless another is asked for. */
    @GetMapping("/api/price-lists/{id}/prices")
    @Reads({PricesProjection.GROUP, PRODUCTS, BUYERS})
    ListedPrices findPrices(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer number) {
        return store.prices(caller.tenant(), id, number)
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /**
     * The same as a file, which can be changed and read in again: a column for each tier, and one for damaged boxes
     * where they have a price of their own.
     */
    @ExportMapping("/api/price-lists/{id}/prices.csv")
    @Reads({PricesProjection.GROUP, PRODUCTS, BUYERS})
    Listing<ListedPrice> exportPrices(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer number) {
        ListedPrices prices = findPrices(caller, id, number);
        CsvColumns<ListedPrice> columns = new CsvColumns<ListedPrice>().text("Item", ListedPrice::item);
        prices.lines().stream()
                .flatMap(line -> line.tiers().stream())
                .map(TierPrice::fromMonths)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(months -> {
                    columns.money(months + "+", line -> price(line.tiers(), months, TierPrice::price));
                    if (prices.lines().stream()
                            .anyMatch(line -> price(line.tiers(), months, TierPrice::damaged) != null)) {
                        columns.money(months + "+ damaged", line -> price(line.tiers(), months, TierPrice::damaged));
                    }
                });
        return Listing.of("prices", columns, each -> prices.lines().forEach(each));
    }

    /** What a box is worth today: by the business's own list and to its buyers, and why. */
    @GetMapping("/api/products/{id}/price")
    @Reads({PricesProjection.GROUP, PRODUCTS, BUYERS, WORKSPACE})
    PriceAnswer findPrice(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam YearMonth expiry,
            @RequestParam(defaultValue = "PERFECT") Grade grade) {
        return store.answer(caller.tenant(), id, expiry, grade)
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** What each list that holds today pays for the product: the business's own, and its buyers'. */
    @GetMapping("/api/products/{id}/prices")
    @Reads({PricesProjection.GROUP, PRODUCTS, BUYERS, WORKSPACE})
    List<ProductPrices> findProductPrices(Caller caller, @PathVariable UUID id) {
        return store.pricesOf(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** When boxes on hand will be worth less, the soonest first. */
    @GetMapping("/api/tier-drops")
    @Reads({PricesProjection.GROUP, PRODUCTS, BUYERS, WORKSPACE, STOCK})
    List<TierDrop> findTierDrops(Caller caller, @ParameterObject FindTierDrops question) {
        return drops.tierDrops(caller.tenant(), question);
    }

    /** The same as a file. */
    @ExportMapping("/api/tier-drops.csv")
    @Reads({PricesProjection.GROUP, PRODUCTS, BUYERS, WORKSPACE, STOCK})
    Listing<TierDrop> exportTierDrops(Caller caller, @ParameterObject FindTierDrops question) {
        return Listing.of(
                "tier-drops",
                DROPS,
                each -> drops.tierDrops(caller.tenant(), question).forEach(each));
    }

    /** How the business prices. */
    @GetMapping("/api/pricing-rules")
    @Reads(PricesProjection.GROUP)
    PricingRules findPricingRules(Caller caller) {
        return store.rules(caller.tenant());
    }

    private static @Nullable Money price(
            List<TierPrice> tiers, int months, Function<TierPrice, @Nullable Money> which) {
        return tiers.stream()
                .filter(tier -> tier.fromMonths() == months)
                .findFirst()
                .map(which)
                .orElse(null);
    }
}
