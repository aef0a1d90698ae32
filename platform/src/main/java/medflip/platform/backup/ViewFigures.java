package medflip.platform.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the views say of each business, as a hash: two systems that say the same to everybody have the same.
 *
 * @param behind how many events the slowest view had yet to see; above 0 a rebuild says more than these
 * @param businesses by id: SHA-256, in hex, over the sums of all rows of each table
 */
public record ViewFigures(long behind, Map<String, String> businesses) {

    /** How the views of a restored system compare with those of the one that was backed up. */
    public record Comparison(int equal, Set<String> different) {}

    /**
     * Compares businesses that both know.
     *
     * @param except those that can't be the same
     */
    public Comparison compare(ViewFigures restored, Set<String> except) {
        Set<String> all = new TreeSet<>(businesses.keySet());
        all.addAll(restored.businesses().keySet());
        all.removeAll(except);
        Set<String> different = new TreeSet<>();
        for (String business : all) {
            String then = businesses.get(business);
            if (then == null || !then.equals(restored.businesses().get(business))) {
                different.add(business);
            }
        }
        return new Comparison(all.size() - different.size(), different);
    }

    /** Takes them, in the connection's transaction; it must see the rows of everybody. */
    public static ViewFigures take(Connection connection) throws SQLException {
        Map<String, StringBuilder> sums = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL TimeZone TO 'UTC'");
            for (Map.Entry<String, List<String>> table : tables(statement).entrySet()) {
                // Columns by name: a system that grew over years has them in another order than a new one.
                String row = String.join(", ", table.getValue());
                try (ResultSet rows = statement.executeQuery("""
                        SELECT tenant_id::text, count(*), sum(hashtextextended(ROW(%s)::text, 0)::numeric)
                        FROM %s GROUP BY tenant_id
                        """.formatted(row, table.getKey()))) {
                    while (rows.next()) {
                        sums.computeIfAbsent(rows.getString(1), unseen -> new StringBuilder())
                                .append(table.getKey())
                                .append(' ')
                                .append(rows.getLong(2))
                                .append(' ')
                                .append(rows.getString(3))
                                .append('\n');
                    }
                }
            }
            Map<String, String> businesses = new TreeMap<>();
            sums.forEach((business, text) -> businesses.put(business, hash(text.toString())));
            return new ViewFigures(behind(statement), businesses);
        }
    }

    private static Map<String, List<String>> tables(Statement statement) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (ResultSet found = statement.executeQuery("""
                SELECT format('read.%I', c.relname), format('%I', a.attname)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'read'
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relkind = 'r' AND EXISTS (
                    SELECT FROM pg_attribute t
                    WHERE t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped)
                ORDER BY 1, a.attname
                """)) {
            while (found.next()) {
                tables.computeIfAbsent(found.getString(1), unseen -> new ArrayList<>())
                        .add(found.getString(2));
            }
        }
        return tables;
    }

    /** Tokens are JSON with the position in it. */
    private static long behind(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("""
                SELECT coalesce(max(head.position - coalesce(
                    (convert_from(t.token, 'UTF8')::jsonb ->> 'globalIndex')::bigint, 0)), 0)
                FROM read.token_entry t,
                     (SELECT coalesce(max(global_index), 0) AS position FROM events.domain_event) head
                """)) {
            found.next();
            return Math.max(0, found.getLong(1));
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
