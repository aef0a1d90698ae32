package medflip.catalog.read.prices;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ListedProduct;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.PriceTrace.ListPrice;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.PricingRules;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.stereotype.Component;

/** Prices the lines of open quotes anew, as if other prices held. */
@Component
class OpenQuotesStore {

    private static final String OPEN_LINES = """
            SELECT l.*, coalesce(c.name, '') AS customer_name, p.channel, (
                SELECT o.id FROM product o
                WHERE {o.tenant} AND o.twin_key = p.twin_key AND o.channel = 'RETAIL' AND p.channel <> 'RETAIL'
                ORDER BY o.id LIMIT 1) AS twin_id
            FROM deal d JOIN deal_line l ON {l.tenant} AND l.deal_id = d.id
            JOIN product p ON {p.tenant} AND p.id = l.product_id
            LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
            WHERE {d.tenant} AND d.state = 'QUOTED' AND l.unit_price IS NOT NULL
            ORDER BY d.valid_until, d.id, l.line
            """;

    private final TenantJdbc tenants;

    OpenQuotesStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /** Lines of open quotes that the prices name and that would change. */
    List<QuoteChange> changes(
            TenantId tenant, Prices rules, Map<UUID, List<TierPrice>> prices, PricingRules pricing, LocalDate today) {
        return tenants.read(
                tenant,
                queries -> queries
                        .query(OPEN_LINES)
                        .query((row, number) -> {
                            Optional<ListedProduct> listed = listed(tenant, rules, prices, row);
                            return listed.isEmpty()
                                    ? Optional.<QuoteChange>empty()
                                    : change(listed.get(), pricing, today, row);
                        })
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<ListedProduct> listed(
            TenantId tenant, Prices rules, Map<UUID, List<TierPrice>> prices, ResultSet row) throws SQLException {
        List<TierPrice> own = prices.get(id(row, "product_id"));
        UUID twin = idOrNull(row, "twin_id");
        List<TierPrice> tiers = own != null || twin == null ? own : prices.get(twin);
        return tiers == null
                ? Optional.empty()
                : Optional.of(new ListedProduct(
                        PriceListId.own(tenant),
                        0,
                        rules,
                        tiers,
                        own == null ? constant(row, "channel", Channel.class) : null));
    }

    private static Optional<QuoteChange> change(
            ListedProduct listed, PricingRules pricing, LocalDate today, ResultSet row) throws SQLException {
        YearMonth expiry = month(row, "expiry");
        Grade grade = constant(row, "grade", Grade.class);
        Money quoted = money(row, "unit_price");
        int quantity = row.getInt("quantity");
        ListPrice price =
                listed.price(grade, pricing.monthCount().left(today, expiry)).price();
        Money would = price == null ? null : price.price();
        if (quoted.equals(would)) {
            return Optional.empty();
        }
        Money difference = (would == null ? Money.zero(quoted.currency()) : would).minus(quoted);
        return Optional.of(new QuoteChange(
                id(row, "deal_id"),
                row.getString("customer_name"),
                row.getString("item"),
                expiry,
                grade,
                quantity,
                quoted,
                would,
                difference.times(quantity)));
    }
}
