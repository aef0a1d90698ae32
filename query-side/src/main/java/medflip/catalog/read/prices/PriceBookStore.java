package medflip.catalog.read.prices;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ListedProduct;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.ChannelShare;
import medflip.catalog.events.Prices.GradeShare;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.PricingRules;
import medflip.catalog.read.prices.PriceBook.Entry;
import medflip.catalog.read.prices.PriceBook.KnownBuyer;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import org.jspecify.annotations.Nullable;

/** Opens the price book of a day. */
final class PriceBookStore {

    /** Of a product that a list doesn't name, its retail twin's line is what counts. */
    private static final String LISTED = """
            WITH in_force AS (
                SELECT DISTINCT ON (list_id) list_id, version, grades, channels FROM price_list_version
                WHERE {tenant} AND NOT withdrawn AND effective_from <= :day
                ORDER BY list_id, effective_from DESC, version DESC)
            SELECT DISTINCT ON (p.id, f.list_id)
                p.id AS product_id, p.channel, f.list_id, f.version, f.grades, f.channels AS channel_shares, l.tiers,
                l.product_id <> p.id AS is_twin, b.id AS buyer_id, b.name AS buyer_name, b.minimum_months,
                b.grades AS buyer_grades, b.channels AS buyer_channels, b.deduction, b.price_fixed, b.payment_days
            FROM in_force f
            JOIN price_line l ON {l.tenant} AND l.list_id = f.list_id AND l.version = f.version
            JOIN product o ON {o.tenant} AND o.id = l.product_id
            JOIN product p ON {p.tenant}
                AND (p.id = o.id OR p.twin_key = o.twin_key AND o.channel = 'RETAIL' AND p.channel <> 'RETAIL')
            LEFT JOIN buyer b ON {b.tenant} AND b.id = f.list_id
            WHERE (f.list_id = :own OR b.retired = false) AND (CAST(:product AS uuid) IS NULL OR p.id = :product)
            ORDER BY p.id, f.list_id, l.product_id <> p.id
            """;

    private PriceBookStore() {}

    /** @param product the only one to look at, or null for all */
    static PriceBook open(
            TenantJdbc.Queries queries, TenantId tenant, PricingRules rules, LocalDate day, @Nullable UUID product) {
        Map<UUID, List<Entry>> byProduct = new HashMap<>();
        queries.query(LISTED)
                .param("day", day)
                .param("own", tenant.value())
                .param("product", product)
                .query((row, number) -> byProduct
                        .computeIfAbsent(id(row, "product_id"), id -> new ArrayList<>())
                        .add(entry(tenant, row)))
                .list();
        return new PriceBook(rules, byProduct);
    }

    private static Entry entry(TenantId tenant, ResultSet row) throws SQLException {
        Channel channel = constant(row, "channel", Channel.class);
        ListedProduct listed = new ListedProduct(
                PriceListId.of(tenant, id(row, "list_id")),
                row.getInt("version"),
                new Prices(
                        List.of(Json.value(row.getString("grades"), GradeShare[].class)),
                        List.of(Json.value(row.getString("channel_shares"), ChannelShare[].class)),
                        List.of()),
                List.of(Json.value(row.getString("tiers"), TierPrice[].class)),
                row.getBoolean("is_twin") ? channel : null);
        return new Entry(listed, channel, row.getObject("buyer_id") == null ? null : buyer(row));
    }

    /** A buyer that is sold to, whether or not it has a list. */
    static Optional<KnownBuyer> buyer(TenantJdbc.Queries queries, UUID id) {
        return queries.query("""
                        SELECT b.id AS buyer_id, b.name AS buyer_name, b.minimum_months, b.grades AS buyer_grades,
                            b.channels AS buyer_channels, b.deduction, b.price_fixed, b.payment_days
                        FROM buyer b WHERE {b.tenant} AND b.id = :id AND NOT b.retired
                        """)
                .param("id", id)
                .query((row, number) -> buyer(row))
                .optional();
    }

    private static KnownBuyer buyer(ResultSet row) throws SQLException {
        return new KnownBuyer(
                id(row, "buyer_id"),
                row.getString("buyer_name"),
                new BuyerTerms(
                        row.getInt("minimum_months"),
                        texts(row, "buyer_grades").stream().map(Grade::valueOf).toList(),
                        texts(row, "buyer_channels").stream()
                                .map(Channel::valueOf)
                                .toList(),
                        row.getInt("deduction"),
                        constant(row, "price_fixed", PriceFixed.class),
                        row.getInt("payment_days")));
    }
}
