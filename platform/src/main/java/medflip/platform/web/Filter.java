package medflip.platform.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Conditions that a list's rows must meet besides being of the tenant. Values are bound, never written into the SQL.
 */
public final class Filter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> elsewhere = new LinkedHashMap<>();
    private final Map<String, String> sought = new LinkedHashMap<>();
    private boolean searching;

    /** Has the rows of a page found by what an index holds, and only these read whole, as where words are searched. */
    public Filter foundFirst() {
        searching = true;
        return this;
    }

    /** Adds a condition that needs no value. */
    public Filter and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition on {@code :name}; none where the value is absent or blank. */
    public Filter and(String condition, String name, @Nullable Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            return this;
        }
        values.put(name, value instanceof Enum<?> constant ? constant.name() : value);
        return and(condition);
    }

    /** Adds a condition that the column is one of these; none where no list is given, or an empty one. */
    public Filter among(String column, @Nullable List<UUID> ids) {
        return and(column + " IN (:ids)", "ids", ids == null || ids.isEmpty() ? null : ids);
    }

    /** Binds a value that the list's own conditions name. */
    public Filter with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /**
     * Another place for the words that are searched next: a table whose rows lead to the list's. It is asked once a
     * word, before the list is: a row is then looked up in a set that is known, where an array that the database finds
     * while it runs is compared with each row from end to end.
     *
     * @param column of the list's
     * @param ids selects what the column holds where {@code :word} is found
     */
    public Filter elsewhere(String column, String ids) {
        elsewhere.put(column, ids);
        return this;
    }

    /**
     * Each word that is searched must be found in one of the places.
     *
     * @param places columns that hold {@link SearchText#fold folded} text, or conditions on {@code :word}, which is
     *     that word as a pattern
     */
    public Filter words(@Nullable String search, String... places) {
        List<String> words = SearchText.words(search);
        searching = searching || !words.isEmpty();
        for (int i = 0; i < words.size(); i++) {
            String name = "word" + i;
            String somewhere = Stream.concat(
                            Stream.of(places)
                                    .map(place -> place.contains(":word")
                                            ? place.replace(":word", ":" + name)
                                            : place + " LIKE :" + name),
                            elsewhere.entrySet().stream().map(other -> {
                                String ids = name + "_" + sought.size();
                                sought.put(ids, other.getValue().replace(":word", ":" + name));
                                return other.getKey() + " IN (SELECT unnest(CAST(:" + ids + " AS uuid[])))";
                            }))
                    .collect(Collectors.joining(" OR ", "(", ")"));
            and(somewhere, name, "%" + escaped(words.get(i)) + "%");
        }
        return this;
    }

    /** Some word of the column, made by {@link SearchText#beginnings}, must begin with each word that is searched. */
    public Filter beginnings(@Nullable String search, String column) {
        List<String> words = SearchText.begun(search);
        for (int i = 0; i < words.size(); i++) {
            and(column + " LIKE :begun" + i, "begun" + i, "% " + words.get(i) + "%");
        }
        return this;
    }

    /** Whether words are searched: no index says how many rows hold them, or where these stand. */
    boolean searches() {
        return searching;
    }

    /** The conditions, each after an {@code AND}, for a query that is no {@link ListQuery}. */
    public String sql() {
        return conditions.stream().map(condition -> " AND " + condition).collect(Collectors.joining());
    }

    /** A query that holds {@link #sql}, with all that the conditions name. */
    public JdbcClient.StatementSpec query(TenantJdbc.Queries queries, String sql) {
        sought.forEach((name, ids) -> values.computeIfAbsent(name, absent -> found(queries, name, ids)));
        return queries.query(sql).params(values);
    }

    /** What a query that holds {@link #sql} answers, a value a row. */
    public <T> List<T> list(TenantJdbc.Queries queries, String sql, Class<T> type) {
        return query(queries, sql).query(type).list();
    }

    private UUID[] found(TenantJdbc.Queries queries, String name, String ids) {
        String word = name.substring(0, name.indexOf('_'));
        return queries.query(ids)
                .param(word, values.get(word))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
