package medflip.reports.read.search;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.SearchText;
import medflip.platform.web.Filter;

/**
 * Words that must all begin a word of a thing. Where some of them are seldom, an index gives the things that have
 * these, and only they are looked at; where all are common, the newest things are looked at one after the other until
 * enough are found, which is soon. So the cost hardly grows with the number of things.
 *
 * <p>What is asked is written with {@code {s.word}} for "the rows of the table {@code s} whose word begins so", with
 * {@code {s.holds}} where the rows are found by what they are about, and with {@code :products} for the items of the
 * catalog in whose names the word stands.
 */
final class WordIndex {

    /** Who is called so, or reached by it. */
    private static final String SELLERS = """
            SELECT s.id FROM search_word s WHERE {s.tenant} AND s.kind = 'customer' AND {s.word}
            UNION ALL
            SELECT p.about_id FROM search_part p WHERE {p.tenant} AND p.kind = 'customer' AND {p.word}""";

    /** A person is found by what was noted of them, too. */
    static final String PERSONS = SELLERS + """

            UNION ALL
            SELECT n.about_id FROM search_part n WHERE {n.tenant} AND n.kind = 'note' AND {n.word}""";

    /** One look into an index a row: asked so, the database never looks for all that have the word instead. */
    private static final String IS_SELLER = """
            (SELECT true FROM search_word s
             WHERE {s.tenant} AND s.kind = 'customer' AND s.id = %1$s AND {s.holds} LIMIT 1)
            OR (SELECT true FROM search_part p
                WHERE {p.tenant} AND p.kind = 'customer' AND p.about_id = %1$s AND {p.holds} LIMIT 1)""";

    static final String IS_PERSON = "(" + IS_SELLER.formatted("c.id") + """

            OR (SELECT true FROM search_part n
                WHERE {n.tenant} AND n.kind = 'note' AND n.about_id = c.id AND {n.holds} LIMIT 1))""";

    /** A deal is found by whom it is with, what it is about, and its parcels. */
    static final String DEAL_IDS = """
            SELECT d.id FROM (""" + SELLERS + """
            ) w (id) CROSS JOIN LATERAL (
                SELECT e.id FROM deal e WHERE {e.tenant} AND e.customer_id = w.id OFFSET 0) d
            UNION ALL
            SELECT l.deal_id FROM deal_line l WHERE {l.tenant} AND l.product_id = ANY(:products)
            UNION ALL
            SELECT t.about_id FROM search_part t WHERE {t.tenant} AND t.kind = 'deal' AND {t.word}""";

    static final String IS_DEAL = "(" + IS_SELLER.formatted("d.customer_id") + """

            OR (SELECT true FROM deal_line l
                WHERE {l.tenant} AND l.deal_id = d.id AND l.product_id = ANY(:products) LIMIT 1)
            OR (SELECT true FROM search_part t
                WHERE {t.tenant} AND t.kind = 'deal' AND t.about_id = d.id AND {t.holds} LIMIT 1))""";

    static final String TEXT_IDS =
            "SELECT t.about_id, t.part_id FROM search_part t WHERE {t.tenant} AND t.kind = 'text' AND {t.word}";

    static final String IS_TEXT = """
            (SELECT true FROM search_part t
             WHERE {t.tenant} AND t.kind = 'text' AND t.about_id = x.conversation_id AND t.part_id = x.id AND {t.holds}
             LIMIT 1)""";

    /** So many things are looked at one by one quickly. */
    private static final int SELDOM = 5_000;

    /** So many are put together quickly; of more, the newest ones soon give enough. */
    private static final int COMMON = 20_000;

    /** Stands behind all that begins alike. */
    static final char LAST = '\uffff';

    private final List<String> words;
    private final List<UUID[]> products;

    WordIndex(TenantJdbc.Queries queries, String text) {
        List<String> whole = SearchText.words(text);
        boolean isNumber = whole.size() == 1 && whole.getFirst().equals(SearchText.digits(text));
        this.words = isNumber ? whole : SearchText.begun(text);
        this.products = words.stream().map(word -> products(queries, word)).toList();
    }

    /** There are few, so that each is compared, and any part of a code is found. */
    private static UUID[] products(TenantJdbc.Queries queries, String word) {
        Filter named = new Filter().words(word, "p.search");
        return named.list(queries, "SELECT p.id FROM product p WHERE {p.tenant}" + named.sql(), UUID.class)
                .toArray(UUID[]::new);
    }

    boolean isNothing() {
        return words.isEmpty();
    }

    /**
     * What a list's rows must meet.
     *
     * @param row what the list's rows are known by
     * @param ids selects the same of what has a word, as often as it likes
     * @param among the condition that a row is one of {@code %s}, by looking these up
     * @param has the condition that a row has a word
     */
    Filter filter(TenantJdbc.Queries queries, String row, String ids, String among, String has) {
        List<Integer> counts = counts(queries, ids);
        List<Integer> few = IntStream.range(0, words.size())
                .filter(word -> counts.get(word) <= COMMON)
                .boxed()
                .toList();
        Filter filter = new Filter();
        if (few.size() > 1) {
            // Put together before any row is looked at: few have all of several words.
            filter.and(among.formatted(
                    few.stream().map(word -> "(" + of(ids, word) + ")").collect(Collectors.joining(" INTERSECT "))));
        } else if (few.size() == 1 && counts.get(few.getFirst()) <= SELDOM) {
            filter.and(among.formatted(of(ids, few.getFirst())));
        } else if (few.size() == 1) {
            // So written, the database puts them together once, and looks each row up among them.
            filter.and("(" + row + " IN (" + of(ids, few.getFirst()) + ")) IS TRUE");
        }
        IntStream.range(0, words.size())
                .filter(word -> counts.get(word) > COMMON)
                .forEach(word -> filter.and(of(has, word)));
        bind(filter);
        return filter;
    }

    /** How many things have each word, as far as that matters. */
    private List<Integer> counts(TenantJdbc.Queries queries, String ids) {
        String counts = IntStream.range(0, words.size())
                .mapToObj(i ->
                        "(SELECT count(*) FROM (SELECT 1 FROM (" + of(ids, i) + ") i LIMIT " + (COMMON + 1) + ") n)")
                .collect(Collectors.joining(", ", "SELECT unnest(ARRAY[", "])"));
        Filter filter = new Filter();
        bind(filter);
        return filter.list(queries, counts, Integer.class);
    }

    private void bind(Filter filter) {
        for (int i = 0; i < words.size(); i++) {
            filter.with("first" + i, words.get(i))
                    .with("last" + i, words.get(i) + LAST)
                    .with("products" + i, products.get(i));
        }
    }

    private static String of(String sql, int word) {
        return sql.replaceAll("\\{(\\w)\\.word}", "$1.word >= :first0 COLLATE \"C\" AND $1.word < :last0 COLLATE \"C\"")
                // What no index has: the row's thing leads to its few words, not the word to all that have it.
                .replaceAll(
                        "\\{(\\w)\\.holds}",
                        "($1.word || '') >= :first0 COLLATE \"C\"" + " AND ($1.word || '') < :last0 COLLATE \"C\"")
                .replace(":first0", ":first" + word)
                .replace(":last0", ":last" + word)
                .replace(":products", ":products" + word);
    }
}
