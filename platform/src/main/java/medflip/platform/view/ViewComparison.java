package medflip.platform.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.EventTable;

/**
 * Replays one tenant's whole log into scratch tables and compares these with the live ones, row by row. The live view
 * goes on meanwhile: one snapshot shows its rows and how far it is, and the replay is brought to just there.
 */
public final class ViewComparison {

    /** Differences that are named; the others are counted. */
    private static final int NAMED = 100;

    private static final int ALL = 100;

    private final EventTable log;
    private final TenantReplay replay;
    private final ViewProgress progress;
    private final DataSource owner;
    private final DataSource service;
    private final Supplier<Collection<Object>> projections;

    public ViewComparison(
            EventTable log,
            TenantReplay replay,
            ViewProgress progress,
            DataSource owner,
            DataSource service,
            Supplier<Collection<Object>> projections) {
        this.log = log;
        this.replay = replay;
        this.progress = progress;
        this.owner = owner;
        this.service = service;
        this.projections = projections;
    }

    /** How a row differs. */
    public enum RowDifference {
        /** The live view has it, and the log doesn't give it. */
        LIVE_ONLY,
        /** The log gives it, and the live view lacks it. */
        REPLAYED_ONLY,
        /** Both have it, and it says something else. */
        UNLIKE
    }

    /**
     * A row that differs.
     *
     * @param row what it is called by in its table: ids, numbers and days, never words
     */
    public record DifferentRow(String view, String table, String row, RowDifference difference) {}

    /**
     * What was found.
     *
     * @param position up to which the log was replayed, at least
     * @param events how many were replayed, each once for every view that takes it
     * @param rows how many rows the live views have
     * @param different how many rows differ
     * @param named the first of them
     */
    public record Compared(long position, long events, long rows, long different, List<DifferentRow> named) {}

    /**
     * Compares all views of a tenant.
     *
     * @param percent told how far it is, now and then
     */
    public Compared run(TenantId tenant, IntConsumer percent) {
        try {
            return compare(tenant, percent);
        } catch (SQLException e) {
            throw new ProjectionHandlers.RowsRefused("a comparison", e);
        }
    }

    private Compared compare(TenantId tenant, IntConsumer percent) throws SQLException {
        String schema = schema(tenant);
        List<Object> all = projections.get().stream()
                .sorted(Comparator.comparing(
                        projection -> ProjectionReplay.of(projection).processingGroup()))
                .toList();
        long head =
                log.last(tenant, Long.MAX_VALUE).map(EventTable.Place::position).orElse(0L);
        Compared sum = new Compared(head, 0, 0, 0, List.of());
        execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE", "CREATE SCHEMA " + schema);
        try {
            execute("GRANT USAGE ON SCHEMA " + schema + " TO medflip_service, medflip_query");
            int done = 0;
            for (Object projection : all) {
                int before = done;
                sum = plus(
                        sum,
                        compare(
                                tenant,
                                new ProjectionReplay(projection),
                                schema,
                                head,
                                position -> percent.accept((int)
                                        ((before + (double) position / Math.max(1, head)) * (ALL - 1) / all.size()))));
                done++;
                percent.accept(done * (ALL - 1) / all.size());
            }
            return sum;
        } finally {
            execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        }
    }

    private static String schema(TenantId tenant) {
        return "check_" + tenant.toString().replace("-", "");
    }

    private static Compared plus(Compared one, Compared other) {
        List<DifferentRow> named = new ArrayList<>(one.named());
        other.named().stream().limit(Math.max(0, NAMED - named.size())).forEach(named::add);
        return new Compared(
                one.position(),
                one.events() + other.events(),
                one.rows() + other.rows(),
                one.different() + other.different(),
                named);
    }

    private Compared compare(
            TenantId tenant, ProjectionReplay projection, String schema, long head, LongConsumer reached)
            throws SQLException {
        Projection view = projection.view();
        PastTables tables = new PastTables(view, schema);
        long events;
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                tables.create(connection);
                tables.use(connection);
                events = replay.run(projection, tenant, 0, head, connection, reached);
                tables.handToService(connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        progress.await(List.of(view.processingGroup()), head);
        try (Connection connection = service.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                long seen = seen(connection, view.processingGroup());
                events += seen > head ? follow(projection, tenant, schema, head, seen, connection) : 0;
                return differences(connection, tenant, view, schema, events, head);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }

    private long follow(
            ProjectionReplay projection, TenantId tenant, String schema, long head, long seen, Connection connection)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path TO " + schema);
        }
        return replay.run(projection, tenant, head, seen, connection, position -> {});
    }

    /** How far the live view is, in the snapshot that shows its rows. Tokens are JSON with the position in it. */
    private static long seen(Connection connection, String group) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT coalesce(min((convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint), 0)
                FROM read.token_entry WHERE processor_name = ? AND token IS NOT NULL
                """)) {
            statement.setString(1, group);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Compared differences(
            Connection connection, TenantId tenant, Projection view, String schema, long events, long head)
            throws SQLException {
        long rows = 0;
        long different = 0;
        List<DifferentRow> named = new ArrayList<>();
        for (String table : view.tables()) {
            rows += number(connection, "SELECT count(*) FROM read." + table + " WHERE tenant_id = ?", tenant);
            String key = key(connection, table);
            String columns = "SELECT " + key + " AS key, md5(t::text) AS hash FROM ";
            Map<String, RowDifference> found = new LinkedHashMap<>();
            try (PreparedStatement statement = connection.prepareStatement("""
                    WITH replayed AS (%1$s %2$s.%3$s t WHERE tenant_id = ?),
                         live AS (%1$s read.%3$s t WHERE tenant_id = ?)
                    SELECT key, 'REPLAYED_ONLY' FROM (TABLE replayed EXCEPT ALL TABLE live) r
                    UNION ALL
                    SELECT key, 'LIVE_ONLY' FROM (TABLE live EXCEPT ALL TABLE replayed) l
                    """.formatted(columns, schema, table))) {
                statement.setObject(1, tenant.value());
                statement.setObject(2, tenant.value());
                try (ResultSet row = statement.executeQuery()) {
                    int unnamed = 0;
                    while (row.next()) {
                        RowDifference side = RowDifference.valueOf(row.getString(2));
                        String name = row.getString(1).isEmpty() ? "#" + ++unnamed : row.getString(1);
                        found.merge(name, side, (one, other) -> one == other ? one : RowDifference.UNLIKE);
                    }
                }
            }
            different += found.size();
            found.forEach((row, how) -> {
                if (named.size() < NAMED) {
                    named.add(new DifferentRow(view.processingGroup(), table, row, how));
                }
            });
        }
        return new Compared(head, events, rows, different, named);
    }

    private static long number(Connection connection, String sql, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** What a row is called by: of its key what can't be anybody's words. */
    private static String key(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT string_agg('t.' || quote_ident(a.attname) || '::text', ', ' ORDER BY k.place)
                FROM pg_index i
                CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                WHERE i.indisprimary AND i.indrelid = ('read.' || ?)::regclass AND a.attname <> 'tenant_id'
                  AND format_type(a.atttypid, NULL) IN ('uuid', 'bigint', 'integer', 'smallint', 'date')
                """)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                String columns = row.getString(1);
                return columns == null ? "''" : "concat_ws('/', " + columns + ")";
            }
        }
    }

    private void execute(String... commands) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
