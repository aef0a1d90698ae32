package medflip.platform.view;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Empty twins of a view's tables, in a schema of their own. While they are being filled they have only the indexes that
 * rows are found by and nothing of them is logged: after a crash a rebuild begins anew anyhow.
 */
final class ShadowTables {

    private final Projection view;
    private final String schema;
    /** What makes each table durable and quick to read, once it is full; taken by whoever has time for it. */
    private final Queue<List<String>> finishing = new ConcurrentLinkedQueue<>();

    /** @param schema made anew, with all that a schema of that name held; a plain lower-case name */
    ShadowTables(Projection view, String schema) {
        if (!schema.matches("[a-z_]+") || schema.equals("read")) {
            throw new IllegalArgumentException("A rebuild goes into a schema of its own, not " + schema);
        }
        this.view = view;
        this.schema = schema;
    }

    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            statement.execute("CREATE SCHEMA " + schema);
            // Whoever looks for what is left of somebody looks here too.
            statement.execute("GRANT USAGE ON SCHEMA " + schema + " TO medflip_service");
            for (String table : view.tables()) {
                twin(statement, schema, table);
                statement.execute("GRANT SELECT ON " + schema + "." + table + " TO medflip_service");
            }
            for (String table : view.tables()) {
                // The second step writes the table anew, and so without the room.
                List<String> steps = new ArrayList<>(List.of(
                        "ALTER TABLE " + schema + "." + table + " RESET (fillfactor)",
                        "ALTER TABLE " + schema + "." + table + " SET LOGGED"));
                steps.addAll(withoutIndexes(statement, schema + "." + table));
                finishing.add(steps);
            }
        }
    }

    /** Makes an empty twin of a view's table that isn't logged. */
    static void twin(Statement statement, String schema, String table) throws SQLException {
        // Half of each page stays free, so that a row's changes find room beside it and no index learns of them.
        statement.execute("CREATE UNLOGGED TABLE " + schema + "." + table + " (LIKE read." + table
                + " INCLUDING ALL) WITH (fillfactor = 50)");
    }

    /**
     * Drops the indexes by which no row is found while it is filled: one sort at the end costs less than many searches.
     *
     * @return what makes them anew
     */
    static List<String> withoutIndexes(Statement statement, String table) throws SQLException {
        List<String> drops = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        try (ResultSet index = statement.executeQuery("""
                SELECT indexrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index
                WHERE NOT indisunique AND indrelid = '%s'::regclass ORDER BY 2
                """.formatted(table))) {
            while (index.next()) {
                drops.add("DROP INDEX " + index.getString(1));
                steps.add(index.getString(2));
            }
        }
        execute(statement, drops);
        return steps;
    }

    /** Has what the connection's transaction does to the view's tables done to these. */
    void use(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path TO " + schema);
            // A plan that was made while a table was empty would read it whole for every row.
            statement.execute("SET LOCAL enable_seqscan TO off");
        }
    }

    /** Makes them durable and as quick to read as the view's; several connections at once share the work. */
    void complete(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (List<String> steps = finishing.poll(); steps != null; steps = finishing.poll()) {
                execute(statement, steps);
            }
        }
    }

    static void execute(Statement statement, List<String> commands) throws SQLException {
        for (String command : commands) {
            statement.execute(command);
        }
    }
}
