package medflip.platform.view;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Empty twins of a view's tables, in a schema of their own. While they are being filled they have only the indexes that
 * rows are found by and nothing of them is logged: after a crash a rebuild begins anew anyhow.
 */
final class ShadowTables {

    private final Projection view;
    private final String schema;
    /** Each index that is made at the end, when one sort costs less than a search for every row. */
    private final Map<String, String> lateIndexes = new TreeMap<>();

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
            for (String table : view.tables()) {
                // Half of each page stays free, so that a row's changes find room beside it and no index learns of
                // them.
                statement.execute("CREATE UNLOGGED TABLE " + schema + "." + table + " (LIKE read." + table
                        + " INCLUDING ALL) WITH (fillfactor = 50)");
            }
            try (ResultSet index = statement.executeQuery("""
                    SELECT indexrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index
                    WHERE NOT indisunique AND indrelid IN
                        (SELECT oid FROM pg_class WHERE relnamespace = '%s'::regnamespace)
                    """.formatted(schema))) {
                while (index.next()) {
                    lateIndexes.put(index.getString(1), index.getString(2));
                }
            }
            execute(statement, lateIndexes.keySet().stream().map(name -> "DROP INDEX " + name));
        }
    }

    /** Has what the connection's transaction does to the view's tables done to these. */
    void use(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path TO " + schema);
            // A plan that was made while a table was empty would read it whole for every row.
            statement.execute("SET LOCAL enable_seqscan TO off");
        }
    }

    /** Makes them durable and as quick to read as the view's. */
    void complete(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> steps = new ArrayList<>();
            for (String table : view.tables()) {
                // The second step writes the table anew, and so without the room.
                steps.add("ALTER TABLE " + schema + "." + table + " RESET (fillfactor)");
                steps.add("ALTER TABLE " + schema + "." + table + " SET LOGGED");
            }
            steps.addAll(lateIndexes.values());
            execute(statement, steps.stream());
        }
    }

    private static void execute(Statement statement, java.util.stream.Stream<String> commands) throws SQLException {
        for (String command : commands.toList()) {
            statement.execute(command);
        }
    }
}
