package medflip.reports.read.search;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.SearchText;
import medflip.platform.web.Filter;

/**
 * Words that must all begin a word of a thing. Where one of them is seldom, an index gives the things that have it, and
 * only these are looked at; where all are common, the newest things are looked at one after the other until enough are
 * found, which is soon. So the cost doesn't grow with the number of things.
 *
 * <p>What is asked is written with {@code {s.word}} for "this row's word begins so", of the table {@code s}, and with
 * {@code :products} for the items of the catalog in whose names the word stands.
 */
final class Sought {

    /** So many things are looked at quickly; a word that more things have is common. */
    private static final int SELDOM = 5_000;

    /** Stands behind all that begins alike. */
    static final char LAST = '\uffff';

    private final List<String> words;
    private final List<UUID[]> products;

    Sought(TenantJdbc.Queries queries, String text) {
        List<String> whole = SearchText.words(text);
        boolean isNumber = whole.size() == 1 && whole.getFirst().equals(SearchText.digits(text));
        this.words = isNumber ? whole : SearchText.begun(text);
        this.products = words.stream().map(word -> products(queries, word)).toList();
    }

    /** There are few, so that each is compared, and any part of a code is found. */
    private static UUID[] products(TenantJdbc.Queries queries, String word) {
        Filter named = new Filter().words(word, "p.search");
        return named.query(queries, "SELECT p.id FROM product p WHERE {p.tenant}" + named.sql())
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    boolean isNothing() {
        return words.isEmpty();
    }

    /**
     * What a list's rows must meet.
     *
     * @param ids selects the column {@code id} of what has a word, as often as it likes
     * @param among the condition that a row is one of {@code %s}
     * @param has the condition that a row has a word
     */
    Filter filter(TenantJdbc.Queries queries, String ids, String among, String has) {
        int seldom = seldom(queries, ids);
        Filter filter = new Filter();
        for (int i = 0; i < words.size(); i++) {
            filter.and(i == seldom ? among.formatted(of(ids, i)) : of(has, i));
        }
        bind(filter);
        return filter;
    }

    /** The place of the word that fewest things have; -1 if all are common. */
    private int seldom(TenantJdbc.Queries queries, String ids) {
        String counts = IntStream.range(0, words.size())
                .mapToObj(i ->
                        "(SELECT count(*) FROM (SELECT 1 FROM (" + of(ids, i) + ") i LIMIT " + (SELDOM + 1) + ") n)")
                .collect(Collectors.joining(", ", "SELECT unnest(ARRAY[", "])"));
        Filter filter = new Filter();
        bind(filter);
        List<Integer> found = filter.query(queries, counts).query(Integer.class).list();
        return IntStream.range(0, found.size())
                .filter(i -> found.get(i) <= SELDOM)
                .reduce((one, other) -> found.get(other) < found.get(one) ? other : one)
                .orElse(-1);
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
                .replace(":first0", ":first" + word)
                .replace(":last0", ":last" + word)
                .replace(":products", ":products" + word);
    }
}
