package medflip.catalog.read.prices;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PricingRules;
import medflip.catalog.read.prices.StockValue.ItemValue;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds up the shelf's book until a day, by the day on which things happened and not on which they were written down,
 * and asks that day's price book what the boxes would have brought. What boxes are, and the buyers' terms, are as known
 * now.
 */
@Component
class StockValueStore {

    private final TenantJdbc tenants;
    private final PricesStore prices;

    StockValueStore(TenantJdbc tenants, PricesStore prices) {
        this.tenants = tenants;
        this.prices = prices;
    }

    /** @param on today where absent; empty while there is no business */
    Optional<StockValue> on(TenantId tenant, @Nullable LocalDate on) {
        PricingRules rules = prices.rules(tenant);
        LocalDate day = on == null ? prices.today(tenant) : on;
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT currency FROM account WHERE {tenant}")
                        .query(String.class)
                        .optional()
                        .map(currency -> StockValue.of(
                                day,
                                currency,
                                items(
                                        queries,
                                        PriceBookStore.open(queries, tenant, rules, day, null),
                                        day,
                                        currency))));
    }

    /** The most costly item first. */
    private static List<ItemValue> items(TenantJdbc.Queries queries, PriceBook book, LocalDate day, String currency) {
        return queries
                .query("""
                        SELECT product_id, item, expiry, grade, currency, sum(boxes) AS boxes, sum(cost) AS cost
                        FROM stock_day WHERE {tenant} AND moved_on <= :day AND currency = :currency
                        GROUP BY product_id, item, expiry, grade, currency HAVING sum(boxes) <> 0 OR sum(cost) <> 0
                        """)
                .param("day", day)
                .param("currency", currency)
                .query((row, number) -> {
                    long boxes = row.getLong("boxes");
                    Money expected = book
                            .offers(
                                    id(row, "product_id"),
                                    month(row, "expiry"),
                                    constant(row, "grade", Grade.class),
                                    day)
                            .stream()
                            .map(offer -> offer.price().times(boxes))
                            .filter(price -> price.currency().equals(currency))
                            .findFirst()
                            .orElse(null);
                    return new ItemValue(
                            row.getString("item"),
                            boxes,
                            expected == null ? 0 : boxes,
                            money(row, "cost"),
                            expected == null ? Money.zero(currency) : expected);
                })
                .list()
                .stream()
                .collect(Collectors.toMap(ItemValue::item, Function.identity(), ItemValue::plus))
                .values()
                .stream()
                .sorted(Comparator.comparing(ItemValue::cost).reversed().thenComparing(ItemValue::item))
                .toList();
    }
}
