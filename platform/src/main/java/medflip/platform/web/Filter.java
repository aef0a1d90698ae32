package medflip.platform.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.platform.text.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that a list's rows must meet besides being of the tenant. Values are bound, never written into the SQL.
 */
public final class Filter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private boolean searching;

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
            String somewhere = Stream.of(places)
                    .map(place ->
                            place.contains(":word") ? place.replace(":word", ":" + name) : place + " LIKE :" + name)
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

    /** What the conditions name. */
    public Map<String, Object> values() {
        return values;
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
