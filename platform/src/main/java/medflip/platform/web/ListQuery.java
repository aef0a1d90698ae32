package medflip.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import medflip.platform.tenancy.TenantJdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One list of a tenant's: its rows page by page, or all of them one by one for an export. Both are the same query, so
 * an export holds exactly what the screen shows.
 *
 * <pre>{@code
 * ListQuery.of("c.*", "customer c WHERE {c.tenant}", "c.id", PeopleStore::item)
 *         .sort("name", "c.sort_name")      // the first is the order where none is asked for: "-name" descending
 *         .sort("profit", "c.profit");
 * }</pre>
 *
 * <p>An index that serves a sort reads {@code (tenant_id, <expression> NULLS FIRST, id)}.
 */
public final class ListQuery<T> {

    /** Rows that are fetched at a time: an export of any length needs memory for these alone. */
    private static final int FETCH_SIZE = 500;

    private final String columns;
    private final String from;
    private final String id;
    private final RowMapper<T> row;
    private final Map<String, String> sorts = new LinkedHashMap<>();
    private String usual = "";

    private ListQuery(String columns, String from, String id, RowMapper<T> row) {
        this.columns = columns;
        this.from = from;
        this.id = id;
        this.row = row;
    }

    /**
     * @param from tables and the conditions that always hold, {@code {tenant}} among them
     * @param id what is different in each row, so that rows that are equal in the sort keep one order
     */
    public static <T> ListQuery<T> of(String columns, String from, String id, RowMapper<T> row) {
        return new ListQuery<>(columns, from, id, row);
    }

    /** Allows a sort, both ways; only what is named here ever becomes part of the SQL. */
    public ListQuery<T> sort(String name, String expression) {
        if (sorts.isEmpty()) {
            usual = name;
        }
        sorts.put(name.replaceFirst("^-", ""), expression);
        return this;
    }

    /** @throws Faults.InvalidRequest if the page or the sort can't be */
    public Page<T> page(TenantJdbc.Queries queries, Filter filter, PageRequest request) {
        request.check();
        List<T> items = bound(queries.query(select(filter, request.sort()) + " LIMIT :size OFFSET :offset"), filter)
                .param("size", request.length())
                .param("offset", (long) request.number() * request.length())
                .query(row)
                .list();
        return new Page<>(items, request.number(), request.length(), count(queries, filter));
    }

    /** The first rows in the usual order, at most {@code limit}. */
    public List<T> first(TenantJdbc.Queries queries, Filter filter, int limit) {
        return bound(queries.query(select(filter, null) + " LIMIT :limit"), filter)
                .param("limit", limit)
                .query(row)
                .list();
    }

    public long count(TenantJdbc.Queries queries, Filter filter) {
        return bound(queries.query("SELECT count(*) FROM " + from + filter.sql()), filter)
                .query(Long.class)
                .single();
    }

    /**
     * Hands every row of the list to {@code each}, in order, out of one snapshot.
     *
     * @throws Faults.InvalidRequest if there is no such sort
     */
    public void forEach(TenantJdbc.Queries queries, Filter filter, @Nullable String sort, Consumer<? super T> each) {
        try (Stream<T> rows =
                bound(queries.query(select(filter, sort)), filter).withFetchSize(FETCH_SIZE).query(row).stream()) {
            rows.forEach(each);
        }
    }

    private String select(Filter filter, @Nullable String sort) {
        return "SELECT " + columns + " FROM " + from + filter.sql() + order(sort);
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Filter filter) {
        return statement.params(filter.values());
    }

    private String order(@Nullable String sort) {
        String asked = sort == null || sort.isBlank() ? usual : sort;
        boolean descending = asked.startsWith("-");
        String expression = sorts.get(descending ? asked.substring(1) : asked);
        if (expression == null) {
            throw new Faults.InvalidRequest(List.of(
                    new Faults.Fault("sort", "invalid", "This list sorts by " + String.join(", ", sorts.keySet()))));
        }
        return " ORDER BY " + expression + (descending ? " DESC NULLS LAST, " : " ASC NULLS FIRST, ") + id
                + (descending ? " DESC" : " ASC");
    }
}
