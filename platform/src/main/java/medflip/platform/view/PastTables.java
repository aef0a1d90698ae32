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
    private boolean copied;

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

    /**
     * Takes over all rows of another moment. The keys by which rows are found are made once all of them are there: a
     * sort costs less than a search for each row. Most of these rows stay as they are, so little room is left for more.
     */
    void copy(Connection connection, String base) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : view.tables()) {
                String twin = schema + "." + table;
                List<String> keys = withoutKeys(statement, twin);
                statement.execute("ALTER TABLE " + twin + " SET (fillfactor = 90)");
                statement.execute("INSERT INTO %1$s (%4$s) OVERRIDING SYSTEM VALUE SELECT %4$s FROM %2$s.%3$s"
                        .formatted(twin, base, table, columns(statement, twin)));
                ShadowTables.execute(statement, keys);
                statement.execute("ANALYZE " + twin);
            }
            copied = true;
        }
    }

    /**
     * Drops what keeps rows unlike.
     *
     * @return what makes it anew
     */
    private static List<String> withoutKeys(Statement statement, String table) throws SQLException {
        List<String> drops = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        try (ResultSet key = statement.executeQuery("""
                SELECT 'ALTER TABLE %1$s DROP CONSTRAINT ' || quote_ident(conname),
                       'ALTER TABLE %1$s ADD CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid)
                FROM pg_constraint WHERE conrelid = '%1$s'::regclass AND contype IN ('p', 'u')
                UNION ALL
                SELECT 'DROP INDEX ' || indexrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index
                WHERE indrelid = '%1$s'::regclass AND indisunique
                  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
                """.formatted(table))) {
            while (key.next()) {
                drops.add(key.getString(1));
                steps.add(key.getString(2));
            }
        }
        ShadowTables.execute(statement, drops);
        return steps;
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
                // What came since then changes little of what was found when most of it was copied.
                if (!copied) {
                    statement.execute("ANALYZE " + name);
                }
                statement.execute("SELECT protect_tenant_table('" + name + "')");
                statement.execute("CREATE POLICY maker ON " + name + " TO CURRENT_USER USING (true) WITH CHECK (true)");
                statement.execute("GRANT SELECT ON " + name + " TO medflip_service, medflip_query");
            }
        }
    }

    /** Lets the service role, and nobody else, read them and bring them further, within a transaction of its own. */
    void handToService(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : view.tables()) {
                statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON " + schema + "." + table
                        + " TO medflip_service, medflip_query");
            }
        }
    }
}
