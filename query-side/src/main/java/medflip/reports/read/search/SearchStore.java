package medflip.reports.read.search;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.SearchText;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Looks through people, deals, lots and sales. */
@Component
class SearchStore {

    private static final RowMapper<Hit> HIT = (row, number) -> new Hit(
            constant(row, "kind", Hit.Kind.class), id(row, "id"), row.getString("title"), row.getString("subtitle"));

    private static final ListQuery<Hit> PEOPLE = ListQuery.of(
                    "'customer' AS kind, c.id, c.name AS title, "
                            + "concat_ws(', ', nullif(c.phones[1], ''), nullif(c.emails[1], '')) AS subtitle",
                    "customer c WHERE {c.tenant} AND c.registered_at IS NOT NULL",
                    "c.id",
                    HIT)
            .sort("-lastDealOn", "c.last_deal_on");

    private static final ListQuery<Hit> DEALS = ListQuery.of(
                    "'deal' AS kind, d.id, d.items AS title, "
                            + "concat_ws(', ', c.name, d.dealt_on, lower(d.state)) AS subtitle",
                    """
                    deal d LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
                    WHERE {d.tenant} AND d.state IS NOT NULL""",
                    "d.id",
                    HIT)
            .sort("-date", "d.dealt_on");

    private static final String PERSON =
            "d.customer_id IN (SELECT w.id FROM customer w WHERE {w.tenant} AND w.search LIKE :word)";

    private static final ListQuery<Hit> LOTS = ListQuery.of(
                    "'lot' AS kind, t.id, t.item AS title, "
                            + "'exp ' || to_char(t.expiry, 'YYYY-MM') || ', ' || t.on_hand || ' on hand' AS subtitle",
                    "lot t WHERE {t.tenant}",
                    "t.id",
                    HIT)
            .sort("-stockedOn", "t.stocked_on");

    private static final ListQuery<Hit> SALES = ListQuery.of(
                    "'sale' AS kind, s.id, s.buyer AS title, "
                            + "concat_ws(', ', s.dated_on, lower(s.state), s.tracking) AS subtitle",
                    "sale s WHERE {s.tenant} AND s.state IS NOT NULL",
                    "s.id",
                    HIT)
            .sort("-date", "s.dated_on");

    /** All buyers that there are sales to, each by one look into the index: they are few, their sales many. */
    private static final String BUYERS = """
            WITH RECURSIVE b AS (
                (SELECT s.buyer FROM sale s WHERE {s.tenant} ORDER BY s.buyer LIMIT 1)
                UNION ALL
                SELECT (SELECT s.buyer FROM sale s WHERE {s.tenant} AND s.buyer > b.buyer ORDER BY s.buyer LIMIT 1)
                FROM b WHERE b.buyer IS NOT NULL)
            SELECT buyer FROM b WHERE buyer IS NOT NULL
            """;

    private static final int PEOPLE_MAX = 8;
    private static final int DEALS_MAX = 6;
    private static final int LOTS_MAX = 6;
    private static final int SALES_MAX = 4;

    private final TenantJdbc tenants;

    SearchStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /** At most 24 hits, the newest of each kind. */
    List<Hit> search(TenantId tenant, String text) {
        if (SearchText.words(text).isEmpty()) {
            return List.of();
        }
        return tenants.read(
                tenant,
                queries -> Stream.of(
                                PEOPLE.first(queries, new Filter().words(text, "c.search"), PEOPLE_MAX),
                                DEALS.first(
                                        queries, new Filter().words(text, "d.search", "d.tracking", PERSON), DEALS_MAX),
                                lots(queries, text),
                                sales(queries, text))
                        .flatMap(List::stream)
                        .toList());
    }

    /** By its number, else by what it is. */
    private static List<Hit> lots(TenantJdbc.Queries queries, String text) {
        Filter itsProduct = new Filter().words(text, "p.search");
        UUID[] products = queries.query("SELECT p.id FROM product p WHERE {p.tenant}" + itsProduct.sql())
                .params(itsProduct.values())
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        return firstOf(
                LOTS_MAX,
                LOTS.first(queries, beginning("t.lot_number", text), LOTS_MAX),
                LOTS.first(queries, new Filter().and("t.product_id = ANY(:products)", "products", products), LOTS_MAX));
    }

    /** By its tracking number, else by whom it is to. */
    private static List<Hit> sales(TenantJdbc.Queries queries, String text) {
        List<String> words = SearchText.words(text);
        String[] buyers = queries.query(BUYERS).query(String.class).list().stream()
                .filter(buyer -> words.stream().allMatch(SearchText.fold(buyer)::contains))
                .toArray(String[]::new);
        return firstOf(
                SALES_MAX,
                SALES.first(queries, beginning("s.tracking", text), SALES_MAX),
                SALES.first(queries, new Filter().and("s.buyer = ANY(:buyers)", "buyers", buyers), SALES_MAX));
    }

    /** Numbers are found by how they begin, as they are typed or in capitals; an index serves that. */
    private static Filter beginning(String column, String text) {
        String typed = text.strip();
        return new Filter()
                .with("capitals", typed.toUpperCase(Locale.ROOT))
                .and("(%1$s ^@ :typed OR %1$s ^@ :capitals)".formatted(column), "typed", typed);
    }

    private static List<Hit> firstOf(int most, List<Hit> some, List<Hit> others) {
        return Stream.concat(some.stream(), others.stream())
                .distinct()
                .limit(most)
                .toList();
    }
}
