package medflip.reports.read.search;

import static java.util.stream.Collectors.groupingBy;
import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.SearchText;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.reports.read.search.Hit.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks through people, products, buyers, deals, lots, sales and texts. */
@Component
class SearchStore {

    private static final RowMapper<Hit> HIT = (row, number) -> new Hit(
            constant(row, "kind", Kind.class), id(row, "id"), row.getString("title"), row.getString("subtitle"));

    private static final ListQuery<Hit> PEOPLE = ListQuery.of(
                    "'customer' AS kind, c.id, c.name AS title, "
                            + "concat_ws(', ', nullif(c.phones[1], ''), nullif(c.emails[1], '')) AS subtitle",
                    "customer c WHERE {c.tenant} AND c.registered_at IS NOT NULL",
                    "c.id",
                    HIT)
            .sort("-lastDealOn", "c.last_deal_on");

    private static final ListQuery<Hit> PRODUCTS = ListQuery.of(
                    "'product' AS kind, p.id, p.name AS title, concat_ws(', ', p.code, p.manufacturer) AS subtitle",
                    "product p WHERE {p.tenant}",
                    "p.id",
                    HIT)
            .sort("name", "p.sort_name");

    private static final ListQuery<Hit> BUYERS = ListQuery.of(
                    "'buyer' AS kind, b.id, b.name AS title, concat_ws(', ', b.contact, b.phone) AS subtitle",
                    "buyer b WHERE {b.tenant}",
                    "b.id",
                    HIT)
            .sort("name", "b.sort_name");

    private static final ListQuery<Hit> DEALS = ListQuery.of(
                    "'deal' AS kind, d.id, d.items AS title, "
                            + "concat_ws(', ', c.name, d.dealt_on, lower(d.state)) AS subtitle",
                    """
                    deal d LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
                    WHERE {d.tenant} AND d.state IS NOT NULL""",
                    "d.id",
                    HIT)
            .sort("-date", "d.dealt_on");

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

    /** One a conversation: the latest of its texts in which the words stand. */
    private static final String TEXTS = """
            SELECT 'conversation' AS kind, t.conversation_id AS id, left(t.body, 120) AS title, c.number AS subtitle
            FROM (SELECT DISTINCT ON (f.conversation_id) f.conversation_id, f.position, f.body
                  FROM (SELECT x.conversation_id, x.position, x.body FROM conversation_text x WHERE {x.tenant}""";

    private static final String TEXTS_LATEST_FIRST = """

                        ORDER BY x.position DESC LIMIT 200) f
                  ORDER BY f.conversation_id, f.position DESC) t
            JOIN conversation c ON {c.tenant} AND c.id = t.conversation_id
            ORDER BY t.position DESC LIMIT :most
            """;

    /** All buyers that there are sales to, each by one look into the index: they are few, their sales many. */
    private static final String SOLD_TO = """
            WITH RECURSIVE b AS (
                (SELECT s.buyer FROM sale s WHERE {s.tenant} ORDER BY s.buyer LIMIT 1)
                UNION ALL
                SELECT (SELECT s.buyer FROM sale s WHERE {s.tenant} AND s.buyer > b.buyer ORDER BY s.buyer LIMIT 1)
                FROM b WHERE b.buyer IS NOT NULL)
            SELECT buyer FROM b WHERE buyer IS NOT NULL
            """;

    /**
     * Who and what is called by words that begin with one of those that each typed word could have been. The limit also
     * keeps the database from comparing every word with every other, whatever it believes of the table.
     */
    private static final String NEAR = """
            SELECT w.kind, w.id
            FROM unnest(CAST(:firsts AS text[]), CAST(:lasts AS text[]), CAST(:places AS integer[]))
                     AS near (first, last, place)
            CROSS JOIN LATERAL (
                SELECT s.kind, s.id FROM search_word s
                WHERE {s.tenant} AND s.word >= near.first COLLATE "C" AND s.word < near.last COLLATE "C"
                ORDER BY s.word, s.kind, s.id LIMIT 200) w
            GROUP BY w.kind, w.id HAVING count(DISTINCT near.place) = :words
            ORDER BY w.kind, w.id LIMIT 100
            """;

    /** An invoice's number, as the screens write it. */
    private static final Pattern INVOICE = Pattern.compile("#?(?<number>\\d{1,9})");

    private static final int PEOPLE_MAX = 8;
    private static final int PRODUCTS_MAX = 4;
    private static final int BUYERS_MAX = 2;
    private static final int DEALS_MAX = 6;
    private static final int LOTS_MAX = 6;
    private static final int SALES_MAX = 4;
    private static final int TEXTS_MAX = 4;

    private final TenantJdbc tenants;

    SearchStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /** At most 34 hits, the newest of each kind; where there is none, whatever is called nearly so. */
    List<Hit> search(TenantId tenant, String text) {
        if (SearchText.words(text).isEmpty()) {
            return List.of();
        }
        return tenants.read(tenant, queries -> {
            List<Hit> found = found(queries, text);
            return found.isEmpty() ? near(queries, text) : found;
        });
    }

    private static List<Hit> found(TenantJdbc.Queries queries, String text) {
        WordIndex sought = new WordIndex(queries, text);
        return Stream.of(
                        people(queries, sought),
                        PRODUCTS.first(queries, new Filter().words(text, "p.search"), PRODUCTS_MAX),
                        BUYERS.first(queries, new Filter().words(text, "b.search"), BUYERS_MAX),
                        deals(queries, sought),
                        lots(queries, text),
                        sales(queries, text),
                        texts(queries, sought))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Hit> people(TenantJdbc.Queries queries, WordIndex sought) {
        return sought.findsNobody() ? List.of() : PEOPLE.first(queries, sought.persons(), PEOPLE_MAX);
    }

    /** How the database finds people. */
    static List<String> planOfPeople(TenantJdbc.Queries queries, String text) {
        return PEOPLE.plan(queries, new WordIndex(queries, text).persons(), PEOPLE_MAX);
    }

    /** How the database finds deals. */
    static List<String> planOfDeals(TenantJdbc.Queries queries, String text) {
        return DEALS.plan(queries, new WordIndex(queries, text).deals(), DEALS_MAX);
    }

    private static List<Hit> deals(TenantJdbc.Queries queries, WordIndex sought) {
        return sought.findsNoDeal() ? List.of() : DEALS.first(queries, sought.deals(), DEALS_MAX);
    }

    private record Called(Kind kind, UUID id) {}

    private static List<Hit> near(TenantJdbc.Queries queries, String text) {
        Map<Kind, List<Called>> called = near(queries, "", SearchText.begun(text))
                .query((row, number) -> new Called(constant(row, "kind", Kind.class), id(row, "id")))
                .list()
                .stream()
                .collect(groupingBy(Called::kind));
        return Stream.of(
                        PEOPLE.first(queries, among("c.id", called.get(Kind.customer)), PEOPLE_MAX),
                        PRODUCTS.first(queries, among("p.id", called.get(Kind.product)), PRODUCTS_MAX),
                        BUYERS.first(queries, among("b.id", called.get(Kind.buyer)), BUYERS_MAX))
                .flatMap(List::stream)
                .toList();
    }

    /** @param before what is asked of the query, if not its rows */
    static JdbcClient.StatementSpec near(TenantJdbc.Queries queries, String before, List<String> words) {
        List<String> firsts = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Set<String> near = Typos.near(words.get(i));
            firsts.addAll(near);
            places.addAll(Collections.nCopies(near.size(), i));
        }
        return queries.query(before + NEAR)
                .param("firsts", firsts.toArray(String[]::new))
                .param(
                        "lasts",
                        firsts.stream().map(first -> first + WordIndex.LAST).toArray(String[]::new))
                .param("places", places.toArray(Integer[]::new))
                .param("words", words.size());
    }

    private static Filter among(String id, @Nullable List<Called> called) {
        UUID[] ids =
                called == null ? new UUID[0] : called.stream().map(Called::id).toArray(UUID[]::new);
        return new Filter().and(id + " = ANY(:ids)", "ids", ids);
    }

    /** By its number, else by what it is. */
    private static List<Hit> lots(TenantJdbc.Queries queries, String text) {
        Filter itsProduct = new Filter().words(text, "p.search");
        UUID[] products = itsProduct
                .query(queries, "SELECT p.id FROM product p WHERE {p.tenant}" + itsProduct.sql())
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        return firstOf(
                LOTS_MAX,
                List.of(
                        LOTS.first(queries, beginning("t.lot_number", text), LOTS_MAX),
                        LOTS.first(
                                queries,
                                new Filter().and("t.product_id = ANY(:products)", "products", products),
                                LOTS_MAX)));
    }

    /** By its tracking or its invoice's number, else by whom it is to. */
    private static List<Hit> sales(TenantJdbc.Queries queries, String text) {
        List<String> words = SearchText.words(text);
        String[] buyers = queries.query(SOLD_TO).query(String.class).list().stream()
                .filter(buyer -> words.stream().allMatch(SearchText.fold(buyer)::contains))
                .toArray(String[]::new);
        return firstOf(
                SALES_MAX,
                List.of(
                        invoiced(queries, text),
                        SALES.first(queries, beginning("s.tracking", text), SALES_MAX),
                        SALES.first(queries, new Filter().and("s.buyer = ANY(:buyers)", "buyers", buyers), SALES_MAX)));
    }

    private static List<Hit> invoiced(TenantJdbc.Queries queries, String text) {
        Matcher number = INVOICE.matcher(text.strip());
        return number.matches()
                ? SALES.first(
                        queries,
                        new Filter()
                                .and("s.invoice_number = :number", "number", Integer.valueOf(number.group("number"))),
                        SALES_MAX)
                : List.of();
    }

    /** By what was written, or came in. */
    private static List<Hit> texts(TenantJdbc.Queries queries, WordIndex sought) {
        if (sought.findsNoText()) {
            return List.of();
        }
        Filter written = sought.texts();
        return written.query(queries, TEXTS + written.sql() + TEXTS_LATEST_FIRST)
                .param("most", TEXTS_MAX)
                .query(HIT)
                .list();
    }

    /** Numbers are found by how they begin, as they are typed or in capitals; an index serves that. */
    private static Filter beginning(String column, String text) {
        String typed = text.strip();
        return new Filter()
                .with("capitals", typed.toUpperCase(Locale.ROOT))
                .and("(%1$s ^@ :typed OR %1$s ^@ :capitals)".formatted(column), "typed", typed);
    }

    private static List<Hit> firstOf(int most, List<List<Hit>> some) {
        return some.stream().flatMap(List::stream).distinct().limit(most).toList();
    }
}
