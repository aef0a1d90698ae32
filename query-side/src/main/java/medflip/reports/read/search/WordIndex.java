package medflip.reports.read.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.SearchText;
import medflip.platform.web.Filter;

/**
 * Words that must all begin a word of a thing. How many things have each is counted first, as far as that matters.
 * Where some words are seldom, an index gives the things that have these, and only they are looked at; where all are
 * common, the newest things are looked at one after the other until enough are found, which is soon. So the cost hardly
 * grows with the number of things.
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

    private static final String NOTES =
            "SELECT n.about_id FROM search_part n WHERE {n.tenant} AND n.kind = 'note' AND {n.word}";

    /** A person is found by what was noted of them, too. */
    private static final String PERSONS = SELLERS + " UNION ALL " + NOTES;

    private static final String LINES =
            "SELECT l.deal_id FROM deal_line l WHERE {l.tenant} AND l.product_id = ANY(:products)";

    /** Parcels, and notes of the deal itself. */
    private static final String WRITTEN = """
            SELECT t.about_id FROM search_part t
            WHERE {t.tenant} AND t.kind IN ('deal', 'deal-note') AND {t.word}""";

    private static final String DEALS_OF = """
            SELECT d.id FROM (%s) w (id) CROSS JOIN LATERAL (
                SELECT e.id FROM deal e WHERE {e.tenant} AND e.customer_id = w.id OFFSET 0) d""";

    /** A deal is found by whom it is with, what it is about, its notes and its parcels. */
    private static final String DEALS = DEALS_OF.formatted(SELLERS) + " UNION ALL " + LINES + " UNION ALL " + WRITTEN;

    private static final String TEXTS =
            "SELECT t.about_id, t.part_id FROM search_part t WHERE {t.tenant} AND t.kind = 'text' AND {t.word}";

    /** One look into an index a row: asked so, the database never looks for all that have the word instead. */
    private static final String IS_SELLER = """
            (SELECT true FROM search_word s
             WHERE {s.tenant} AND s.kind = 'customer' AND s.id = %1$s AND {s.holds} LIMIT 1)
            OR (SELECT true FROM search_part p
                WHERE {p.tenant} AND p.kind = 'customer' AND p.about_id = %1$s AND {p.holds} LIMIT 1)""";

    private static final String IS_PERSON = "(" + IS_SELLER.formatted("c.id") + """

            OR (SELECT true FROM search_part n
                WHERE {n.tenant} AND n.kind = 'note' AND n.about_id = c.id AND {n.holds} LIMIT 1))""";

    private static final String HAS_LINE =
            "(SELECT true FROM deal_line l WHERE {l.tenant} AND l.deal_id = d.id AND l.product_id = ANY(:products) LIMIT 1)";

    private static final String IS_WRITTEN = """
            (SELECT true FROM search_part t
             WHERE {t.tenant} AND t.kind IN ('deal', 'deal-note') AND t.about_id = d.id AND {t.holds} LIMIT 1)""";

    private static final String IS_TEXT = """
            (SELECT true FROM search_part t
             WHERE {t.tenant} AND t.kind = 'text' AND t.about_id = x.conversation_id AND t.part_id = x.id AND {t.holds}
             LIMIT 1)""";

    /** So many things are looked at one by one quickly. */
    private static final int SELDOM = 5_000;

    /** So many are put together quickly; of more, the newest ones soon give enough. */
    private static final int COMMON = 10_000;

    /** What a person who deals at all has on average, well reckoned: only how a question is asked depends on it. */
    private static final int DEALS_A_PERSON = 4;

    /** Stands behind all that begins alike. */
    static final char LAST = '\uffff';

    /** How many rows have a word, in each place; none are counted beyond {@link #COMMON} and one. */
    record Counts(int sellers, int notes, int lines, int written, int texts) {

        int persons() {
            return sellers + notes;
        }

        int deals() {
            return DEALS_A_PERSON * sellers + lines + written;
        }

        /** Whether a deal has it from its person alone. */
        boolean isOfSellersOnly() {
            return lines == 0 && written == 0 && sellers <= COMMON;
        }
    }

    private final List<String> words;
    private final List<UUID[]> products;
    private final List<Counts> counts;

    WordIndex(TenantJdbc.Queries queries, String text) {
        List<String> whole = SearchText.words(text);
        boolean isNumber = whole.size() == 1 && whole.getFirst().equals(SearchText.digits(text));
        this.words = isNumber ? whole : SearchText.begun(text);
        this.products = words.stream().map(word -> products(queries, word)).toList();
        this.counts = words.isEmpty() ? List.of() : counts(queries);
    }

    /** There are few, so that each is compared, and any part of a code is found. */
    private static UUID[] products(TenantJdbc.Queries queries, String word) {
        Filter named = new Filter().words(word, "p.search");
        return named.list(queries, "SELECT p.id FROM product p WHERE {p.tenant}" + named.sql(), UUID.class)
                .toArray(UUID[]::new);
    }

    /** Whether there is a word that no person has, or none at all. */
    boolean findsNobody() {
        return lacks(Counts::persons);
    }

    boolean findsNoDeal() {
        return lacks(Counts::deals);
    }

    boolean findsNoText() {
        return lacks(Counts::texts);
    }

    private boolean lacks(ToIntFunction<Counts> count) {
        return words.isEmpty() || counts.stream().anyMatch(each -> count.applyAsInt(each) == 0);
    }

    /** What a customer {@code c} must meet. */
    Filter persons() {
        return filter("c.id", PERSONS, "c.id = ANY(ARRAY(%s))", IS_PERSON, Counts::persons);
    }

    /** What a text {@code x} must meet. */
    Filter texts() {
        return filter(
                "(x.conversation_id, x.id)",
                TEXTS,
                "(x.conversation_id, x.id) IN (SELECT * FROM (%s) f)",
                IS_TEXT,
                Counts::texts);
    }

    /**
     * What a list's rows must meet.
     *
     * @param row what the list's rows are known by
     * @param ids selects the same of what has a word, as often as it likes
     * @param among the condition that a row is one of {@code %s}, by looking these up
     * @param has the condition that a row has a word
     */
    private Filter filter(String row, String ids, String among, String has, ToIntFunction<Counts> count) {
        List<Integer> few = wordsOf(each -> count.applyAsInt(each) <= COMMON);
        Filter filter = new Filter();
        if (few.size() > 1 || few.size() == 1 && count.applyAsInt(counts.get(few.getFirst())) <= SELDOM) {
            // Put together before any row is looked at: few have all of several words.
            filter.and(among.formatted(allOf(ids, few)));
        } else if (few.size() == 1) {
            filter.and(among(row, ids, few.getFirst()) + " IS TRUE");
        }
        wordsOf(each -> count.applyAsInt(each) > COMMON).forEach(word -> filter.and(of(has, word)));
        return bound(filter);
    }

    /**
     * What a deal {@code d} must meet. Words that only people are called by are put together among people: these are
     * fewer than their deals.
     */
    Filter deals() {
        List<Integer> seldom = wordsOf(each -> each.deals() <= SELDOM);
        List<Integer> sellers = wordsOf(each -> each.deals() > SELDOM && each.isOfSellersOnly());
        Filter filter = new Filter().foundFirst();
        if (!seldom.isEmpty()) {
            filter.and("d.id = ANY(ARRAY(" + allOf(DEALS, seldom) + "))");
        } else if (sellers.size() > 1) {
            filter.and("d.id = ANY(ARRAY(" + DEALS_OF.formatted(allOf(SELLERS, sellers)) + "))");
        }
        if (!seldom.isEmpty() || sellers.size() == 1) {
            sellers.forEach(word -> filter.and(among("d.customer_id", SELLERS, word) + " IS TRUE"));
        }
        wordsOf(each -> each.deals() > SELDOM && !each.isOfSellersOnly())
                .forEach(word -> filter.and(hasWord(word, counts.get(word))));
        return bound(filter);
    }

    private String hasWord(int word, Counts count) {
        List<String> places = new ArrayList<>();
        if (count.sellers() > 0) {
            places.add(
                    count.sellers() <= COMMON
                            ? among("d.customer_id", SELLERS, word)
                            : of(IS_SELLER.formatted("d.customer_id"), word));
        }
        if (count.lines() > 0) {
            places.add(of(HAS_LINE, word));
        }
        if (count.written() > 0) {
            places.add(count.written() <= COMMON ? among("d.id", WRITTEN, word) : of(IS_WRITTEN, word));
        }
        return "(" + String.join(" OR ", places) + ") IS TRUE";
    }

    /** So written, the database puts them together once, and looks each row up among them. */
    private static String among(String row, String ids, int word) {
        return "(" + row + " IN (" + of(ids, word) + "))";
    }

    private static String allOf(String ids, List<Integer> some) {
        return some.stream().map(word -> "(" + of(ids, word) + ")").collect(Collectors.joining(" INTERSECT "));
    }

    private List<Integer> wordsOf(Predicate<Counts> which) {
        return IntStream.range(0, words.size())
                .filter(word -> which.test(counts.get(word)))
                .boxed()
                .toList();
    }

    private List<Counts> counts(TenantJdbc.Queries queries) {
        String all = IntStream.range(0, words.size())
                .mapToObj(word -> "SELECT " + word + " AS word"
                        + count("sellers", SELLERS, word)
                        + count("notes", NOTES, word)
                        + count("lines", LINES, word)
                        + count("written", WRITTEN, word)
                        + count("texts", TEXTS, word))
                .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY word"));
        return bound(new Filter()).list(queries, all, Counts.class);
    }

    private static String count(String name, String ids, int word) {
        return ", (SELECT count(*) FROM (SELECT 1 FROM (" + of(ids, word) + ") i LIMIT " + (COMMON + 1) + ") n) AS "
                + name;
    }

    private Filter bound(Filter filter) {
        for (int i = 0; i < words.size(); i++) {
            filter.with("first" + i, words.get(i))
                    .with("last" + i, words.get(i) + LAST)
                    .with("products" + i, products.get(i));
        }
        return filter;
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
