package medflip.whole;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import medflip.platform.database.EmbeddedDatabase;

/**
 * Looks for words past every layer, as whoever has the disk would: a second opinion beside the service's own search.
 */
final class Everywhere {

    private Everywhere() {}

    /** How many rows of each table of either database say one of the words, as they are or in hexadecimal. */
    static Map<String, Long> saying(EmbeddedDatabase server, List<String> words) {
        List<String> forms = new ArrayList<>(words);
        words.forEach(word -> forms.add(HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8))));
        Map<String, Long> found = new TreeMap<>();
        for (String database : List.of("medflip", "medflip_keys")) {
            try (Connection connection = server.superuser(database)) {
                for (String table : tables(connection)) {
                    try (var counting = connection.prepareStatement("SELECT count(*) FROM " + table
                            + " t WHERE EXISTS (SELECT FROM unnest(?) AS word WHERE position(word IN t::text) > 0)")) {
                        counting.setArray(1, connection.createArrayOf("text", forms.toArray()));
                        try (ResultSet rows = counting.executeQuery()) {
                            rows.next();
                            if (rows.getLong(1) > 0) {
                                found.put(table, rows.getLong(1));
                            }
                        }
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                        WHERE schemaname NOT LIKE 'pg\\_%' AND schemaname <> 'information_schema'
                        """)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }
}
