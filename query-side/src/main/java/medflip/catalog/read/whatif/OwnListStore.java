package medflip.catalog.read.whatif;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medflip.catalog.events.Channel;
import medflip.catalog.events.ListedProduct;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.ChannelShare;
import medflip.catalog.events.Prices.GradeShare;
import medflip.catalog.events.Prices.TierPrice;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import org.jspecify.annotations.Nullable;

/** The versions of a business's own list that held in a period, or one that is looked at as if it had. */
final class OwnListStore {

    private record Version(int number, LocalDate from, Prices rules) {}

    private record Product(Channel channel, @Nullable UUID twin) {}

    private record Line(int version, UUID product) {}

    private final TenantId tenant;
    /** The last to take effect first. */
    private final List<Version> versions;

    private final Map<Line, List<TierPrice>> lines;
    private final Map<UUID, Product> products;
    private final boolean always;

    private OwnListStore(
            TenantId tenant,
            List<Version> versions,
            Map<Line, List<TierPrice>> lines,
            Map<UUID, Product> products,
            boolean always) {
        this.tenant = tenant;
        this.versions = versions;
        this.lines = lines;
        this.products = products;
        this.always = always;
    }

    /** @param number the only version to look at, or null for those that held on each day */
    static OwnListStore read(TenantJdbc.Queries queries, TenantId tenant, @Nullable Integer number) {
        List<Version> versions = queries.query("""
                        SELECT version, effective_from, grades, channels FROM price_list_version
                        WHERE {tenant} AND list_id = :tenant
                          AND (version = :number OR CAST(:number AS integer) IS NULL AND NOT withdrawn)
                        ORDER BY effective_from DESC, version DESC
                        """)
                .param("number", number)
                .query((row, index) -> new Version(
                        row.getInt("version"),
                        date(row, "effective_from"),
                        new Prices(
                                List.of(Json.value(row.getString("grades"), GradeShare[].class)),
                                List.of(Json.value(row.getString("channels"), ChannelShare[].class)),
                                List.of())))
                .list();
        Map<Line, List<TierPrice>> lines = new HashMap<>();
        queries.query("""
                        SELECT version, product_id, tiers FROM price_line
                        WHERE {tenant} AND list_id = :tenant AND (version = :number OR CAST(:number AS integer) IS NULL)
                        """)
                .param("number", number)
                .query((row, index) -> lines.put(
                        new Line(row.getInt("version"), id(row, "product_id")),
                        List.of(Json.value(row.getString("tiers"), TierPrice[].class))))
                .list();
        Map<UUID, Product> products = new HashMap<>();
        queries.query("""
                        SELECT p.id, p.channel, (
                            SELECT o.id FROM product o
                            WHERE {o.tenant} AND o.twin_key = p.twin_key AND o.channel = 'RETAIL'
                              AND p.channel <> 'RETAIL' ORDER BY o.id LIMIT 1) AS twin_id
                        FROM product p WHERE {p.tenant}
                        """)
                .query((row, index) -> products.put(
                        id(row, "id"), new Product(constant(row, "channel", Channel.class), idOrNull(row, "twin_id"))))
                .list();
        return new OwnListStore(tenant, new ArrayList<>(versions), lines, products, number != null);
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    /** What the list says of a product on a day; empty where it doesn't name it. */
    Optional<ListedProduct> listed(UUID product, LocalDate day) {
        return versions.stream()
                .filter(version -> always || !version.from().isAfter(day))
                .findFirst()
                .flatMap(version -> listed(version, product));
    }

    private Optional<ListedProduct> listed(Version version, UUID id) {
        Product product = products.get(id);
        List<TierPrice> own = lines.get(new Line(version.number(), id));
        UUID twin = product == null ? null : product.twin();
        List<TierPrice> tiers = own != null || twin == null ? own : lines.get(new Line(version.number(), twin));
        return tiers == null || product == null
                ? Optional.empty()
                : Optional.of(new ListedProduct(
                        PriceListId.own(tenant),
                        version.number(),
                        version.rules(),
                        tiers,
                        own == null ? product.channel() : null));
    }
}
