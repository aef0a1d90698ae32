package medflip.catalog.read.prices;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ListedProduct;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceTrace.ListPrice;
import medflip.catalog.events.Prices.ChannelShare;
import medflip.catalog.events.Prices.GradeShare;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.PricingRules;
import medflip.catalog.read.prices.ListedPrices.ListedPrice;
import medflip.catalog.read.prices.PriceAnswer.BuyerOffer;
import medflip.catalog.read.prices.PriceAnswer.Listed;
import medflip.catalog.read.prices.PriceList.ListVersion;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads price lists. */
@Component
class PricesStore {

    /** The version that holds on a day: the last to take effect by then, the newest of those of one day. */
    private static final String IN_FORCE = """
            SELECT version FROM price_list_version
            WHERE {tenant} AND list_id = :list AND NOT withdrawn AND effective_from <= :day
            ORDER BY effective_from DESC, version DESC LIMIT 1
            """;

    private final TenantJdbc tenants;
    private final Clock clock;

    PricesStore(TenantJdbc tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The business's own list is there from the start; a buyer's from when the buyer is. */
    Optional<PriceList> list(TenantId tenant, UUID list) {
        return tenants.read(tenant, queries -> {
            Optional<String> buyer = queries.query("SELECT name FROM buyer WHERE {tenant} AND id = :list")
                    .param("list", list)
                    .query(String.class)
                    .optional();
            if (buyer.isEmpty() && !list.equals(tenant.value())) {
                return Optional.empty();
            }
            PriceList unpriced = new PriceList(list, buyer.orElse(null), 0, null, List.of(), -1);
            return Optional.of(queries.query("SELECT latest, version FROM price_list WHERE {tenant} AND id = :list")
                    .param("list", list)
                    .query((row, number) -> new PriceList(
                            list,
                            unpriced.buyerName(),
                            row.getInt("latest"),
                            inForce(queries, list, today(queries)).orElse(null),
                            versions(queries, list),
                            row.getLong("version")))
                    .optional()
                    .orElse(unpriced));
        });
    }

    /** What a version says; without a number, the one that holds today. */
    Optional<ListedPrices> prices(TenantId tenant, UUID list, @Nullable Integer number) {
        return tenants.read(
                tenant,
                queries -> Optional.ofNullable(number)
                        .or(() -> inForce(queries, list, today(queries)))
                        .flatMap(version -> queries.query("""
                                SELECT effective_from, withdrawn, grades, channels FROM price_list_version
                                WHERE {tenant} AND list_id = :list AND version = :version
                                """)
                                .param("list", list)
                                .param("version", version)
                                .query((row, index) -> new ListedPrices(
                                        version,
                                        date(row, "effective_from"),
                                        row.getBoolean("withdrawn"),
                                        List.of(Json.value(row.getString("grades"), GradeShare[].class)),
                                        List.of(Json.value(row.getString("channels"), ChannelShare[].class)),
                                        lines(queries, list, version)))
                                .optional()));
    }

    LocalDate today(TenantId tenant) {
        return tenants.read(tenant, this::today);
    }

    PricingRules rules(TenantId tenant) {
        return tenants.read(tenant, queries -> rules(queries, tenant));
    }

    /** What a box is worth today; empty if there is no such product. */
    Optional<PriceAnswer> answer(TenantId tenant, UUID product, YearMonth expiry, Grade grade) {
        return tenants.read(tenant, queries -> {
            if (!isKnown(queries, product)) {
                return Optional.empty();
            }
            PricingRules rules = rules(queries, tenant);
            LocalDate today = today(queries);
            PriceBook book = PriceBookStore.open(queries, tenant, rules, today, product);
            Optional<ListedProduct.Answer> own = book.own(product, expiry, grade, today);
            return Optional.of(new PriceAnswer(
                    rules.monthCount().left(today, expiry),
                    retailTwin(queries, product),
                    own.map(ListedProduct.Answer::price)
                            .map(PricesStore::listed)
                            .orElse(null),
                    own.map(ListedProduct.Answer::refusal).orElse(null),
                    book.offers(product, expiry, grade, today).stream()
                            .map(offer -> new BuyerOffer(
                                    offer.buyer().id(),
                                    offer.buyer().name(),
                                    offer.price(),
                                    offer.listed().version()))
                            .toList(),
                    rules.minimumMargin()));
        });
    }

    /** What each list that holds today pays for the product; empty if there is no such product. */
    Optional<List<ProductPrices>> pricesOf(TenantId tenant, UUID product) {
        return tenants.read(tenant, queries -> {
            if (!isKnown(queries, product)) {
                return Optional.empty();
            }
            PriceBook book = PriceBookStore.open(queries, tenant, rules(queries, tenant), today(queries), product);
            return Optional.of(book.prices(product));
        });
    }

    private static boolean isKnown(TenantJdbc.Queries queries, UUID product) {
        return queries.query("SELECT 1 FROM product WHERE {tenant} AND id = :product")
                .param("product", product)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static @Nullable UUID retailTwin(TenantJdbc.Queries queries, UUID product) {
        return queries.query("""
                        SELECT o.id FROM product p JOIN product o ON {o.tenant} AND o.twin_key = p.twin_key
                        WHERE {p.tenant} AND p.id = :product AND p.channel <> 'RETAIL' AND o.channel = 'RETAIL'
                        ORDER BY o.id LIMIT 1
                        """)
                .param("product", product)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private static Listed listed(ListPrice price) {
        return new Listed(
                price.version(),
                price.fromMonths(),
                price.tierPrice(),
                price.gradePercent(),
                price.channelPercent(),
                price.price());
    }

    private static PricingRules rules(TenantJdbc.Queries queries, TenantId tenant) {
        return queries.query("""
                        SELECT month_count, minimum_margin FROM price_list
                        WHERE {tenant} AND id = :own AND month_count IS NOT NULL
                        """)
                .param("own", tenant.value())
                .query((row, number) ->
                        new PricingRules(constant(row, "month_count", MonthCount.class), row.getInt("minimum_margin")))
                .optional()
                .orElse(PricingRules.USUAL);
    }

    /** The day at the business's place. */
    private LocalDate today(TenantJdbc.Queries queries) {
        ZoneId zone = queries.query("SELECT time_zone FROM account WHERE {tenant}")
                .query(String.class)
                .optional()
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
        return LocalDate.now(clock.withZone(zone));
    }

    private static Optional<Integer> inForce(TenantJdbc.Queries queries, UUID list, LocalDate day) {
        return queries.query(IN_FORCE)
                .param("list", list)
                .param("day", day)
                .query(Integer.class)
                .optional();
    }

    private static List<ListVersion> versions(TenantJdbc.Queries queries, UUID list) {
        return queries.query("""
                        SELECT * FROM price_list_version WHERE {tenant} AND list_id = :list ORDER BY version DESC
                        """)
                .param("list", list)
                .query((row, number) -> new ListVersion(
                        row.getInt("version"),
                        date(row, "effective_from"),
                        row.getInt("products"),
                        instant(row, "published_at"),
                        row.getString("published_by"),
                        row.getBoolean("withdrawn")))
                .list();
    }

    private static List<ListedPrice> lines(TenantJdbc.Queries queries, UUID list, int version) {
        return queries.query("""
                        SELECT l.product_id, l.tiers, coalesce(p.name, '') AS item
                        FROM price_line l LEFT JOIN product p ON {p.tenant} AND p.id = l.product_id
                        WHERE {l.tenant} AND l.list_id = :list AND l.version = :version
                        ORDER BY p.sort_name, l.product_id
                        """)
                .param("list", list)
                .param("version", version)
                .query((row, number) -> new ListedPrice(
                        id(row, "product_id"),
                        row.getString("item"),
                        List.of(Json.value(row.getString("tiers"), TierPrice[].class))))
                .list();
    }
}
