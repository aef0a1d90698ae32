package medflip.platform.view;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Twins of a view's tables in a past moment's schema, all made and filled in one transaction of the owner's. */
final class PastTables {

    private final Projection view;
    private final String schema;
    private final List<String> finishing = new ArrayList<>();

    PastTables(Projection view, String schema) {
        this.view = view;
        this.schema = schema;
    }

    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : view.tables()) {
                ShadowTables.twin(statement, schema, table);
                finishing.addAll(ShadowTables.withoutIndexes(statement, schema + "." + table));
            }
        }
    }

    /** Takes over all rows of another moment. */
    void copy(Connection connection, String base) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : view.tables()) {
                String columns = columns(statement, schema + "." + table);
                statement.execute("INSERT INTO %1$s.%3$s (%4$s) OVERRIDING SYSTEM VALUE SELECT %4$s FROM %2$s.%3$s"
                        .formatted(schema, base, table, columns));
                statement.execute("ANALYZE " + schema + "." + table);
            }
        }
    }

    /** All but those that the database computes. */
    private static String columns(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                """.formatted(table))) {
            row.next();
            return row.getString(1);
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

    /** Makes them as quick to read as the view's, and lets each tenant see their own rows alone. */
    void complete(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ShadowTables.execute(statement, finishing);
            statement.execute("SET LOCAL search_path TO public");
            for (String table : view.tables()) {
                String name = schema + "." + table;
                statement.execute("ANALYZE " + name);
                statement.execute("SELECT protect_tenant_table('" + name + "')");
                statement.execute("CREATE POLICY maker ON " + name + " TO CURRENT_USER USING (true) WITH CHECK (true)");
                statement.execute("GRANT SELECT ON " + name + " TO medflip_service");
            }
        }
    }

    /** Lets the service role bring them further, within a transaction of its own. */
    void letServiceWrite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : view.tables()) {
                statement.execute("GRANT INSERT, UPDATE, DELETE ON " + schema + "." + table + " TO medflip_service");
            }
        }
    }
}
