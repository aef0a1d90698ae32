package medflip.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final int FETCH_SIZE = 2_000;

    private final String columns;
    private final String from;
    private final String id;
    private final RowMapper<T> row;
    private final Map<String, String> sorts = new LinkedHashMap<>();
    private String usual = "";
    private boolean scanned;

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

    /** No index serves this list's orders: all of it is looked at for every page, so once is enough. */
    public ListQuery<T> scanned() {
        scanned = true;
        return this;
    }

    /** @throws Faults.InvalidRequest if the page or the sort can't be */
    public Page<T> page(TenantJdbc.Queries queries, Filter filter, PageRequest request) {
        request.check();
        if (scanned || filter.searches()) {
            return found(queries, filter, request);
        }
        List<T> items = filter.query(queries, select(filter, request.sort()) + " LIMIT :size OFFSET :offset")
                .param("size", request.length())
                .param("offset", (long) request.number() * request.length())
                .query(row)
                .list();
        return new Page<>(items, request.number(), request.length(), count(queries, filter));
    }

    /** The first rows in the usual order, at most {@code limit}. */
    public List<T> first(TenantJdbc.Queries queries, Filter filter, int limit) {
        return first(queries, "", filter, limit).query(row).list();
    }

    /** How the database came to the {@link #first} rows, for tests of what that costs: a line a step. */
    public List<String> plan(TenantJdbc.Queries queries, Filter filter, int limit) {
        return first(queries, "EXPLAIN ANALYZE ", filter, limit)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec first(TenantJdbc.Queries queries, String before, Filter filter, int limit) {
        String sql = filter.searches() ? found("", filter, null) : select(filter, null) + " LIMIT :size OFFSET :offset";
        return filter.query(queries, before + sql).param("size", limit).param("offset", 0);
    }

    /**
     * Looks at all rows once, for the page and the count together, and no further than the order needs: only the rows
     * of the page are then read whole, and joined.
     */
    private Page<T> found(TenantJdbc.Queries queries, Filter filter, PageRequest request) {
        AtomicLong total = new AtomicLong(-1);
        List<T> items = filter.query(queries, found(", count(*) OVER () AS total", filter, request.sort()))
                .param("size", request.length())
                .param("offset", (long) request.number() * request.length())
                .query((one, number) -> {
                    total.set(one.getLong("list_total"));
                    return row.mapRow(one, number);
                })
                .list();
        return new Page<>(
                items, request.number(), request.length(), items.isEmpty() ? count(queries, filter) : total.get());
    }

    private String found(String counted, Filter filter, @Nullable String sort) {
        String order = order(sort);
        return "WITH page AS MATERIALIZED (SELECT " + id + " AS id" + counted + " FROM " + from + filter.sql() + order
                + " LIMIT :size OFFSET :offset) SELECT " + columns
                + (counted.isEmpty() ? "" : ", (SELECT max(total) FROM page) AS list_total") + " FROM " + from + " AND "
                + id + " = ANY(ARRAY(SELECT id FROM page))" + order;
    }

    public long count(TenantJdbc.Queries queries, Filter filter) {
        return filter.query(queries, "SELECT count(*) FROM " + from + filter.sql())
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
                filter.query(queries, select(filter, sort)).withFetchSize(FETCH_SIZE).query(row).stream()) {
            rows.forEach(each);
        }
    }

    private String select(Filter filter, @Nullable String sort) {
        return "SELECT " + columns + " FROM " + from + filter.sql() + order(sort);
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
