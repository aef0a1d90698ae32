package medflip.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import medflip.platform.backup.BackupShelf.Kind;

/**
 * A table as it is copied: all its columns but those that the database computes.
 *
 * @param name with its schema
 */
record CopiedTable(String name, List<String> columns) {

    /** What isn't copied, and why. Views aren't either: they follow from the log. */
    static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("write.spring_session", "who was signed in then isn't any more"),
            Map.entry("write.spring_session_attributes", "the same"),
            Map.entry("write.open_session", "the same"),
            Map.entry("write.remembered_sign_in", "the same"),
            Map.entry("write.passkey_challenge", "good for minutes"),
            Map.entry("write.scheduled_tasks", "jobs are made anew at each start"),
            Map.entry("write.export", "good for a day, and asked for again"),
            Map.entry("write.export_part", "the same"),
            Map.entry("events.log_place", "a log that is put back is kept in PostgreSQL"),
            Map.entry("events.command_key", "another database has its own"),
            Map.entry("events.log_group", "what Axon Server has of it"),
            Map.entry("keyring.restoration", "tells of the system and not of its data"));

    /**
     * Which transaction a row came by tells readers what they may see already, and means nothing in another database:
     * rows that are put back come by the transaction that does so.
     */
    private static final String OF_THIS_DATABASE = "tx_id";

    /** All tables to be copied, each after those that it refers to. */
    static List<CopiedTable> of(Connection connection, Kind kind) throws SQLException {
        String which = kind == Kind.EVENTS
                ? "n.nspname IN ('events', 'write') OR n.nspname = 'read' AND c.relname = 'token_entry'"
                : "n.nspname = 'keyring'";
        Map<String, List<String>> columns = new TreeMap<>();
        Map<String, Set<String>> parents = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("""
                    SELECT n.nspname || '.' || c.relname, a.attname,
                           has_table_privilege(c.oid, 'SELECT')
                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                    WHERE c.relkind = 'r' AND a.attgenerated = '' AND (%s) ORDER BY 1, a.attnum
                    """.formatted(which))) {
                while (found.next()) {
                    if (!LEFT_OUT.containsKey(found.getString(1))
                            && !found.getString(2).equals(OF_THIS_DATABASE)) {
                        if (!found.getBoolean(3)) {
                            throw new BackupRefused("Table " + found.getString(1) + " can't be read.");
                        }
                        columns.computeIfAbsent(found.getString(1), unseen -> new ArrayList<>())
                                .add(found.getString(2));
                    }
                }
            }
            try (ResultSet found = statement.executeQuery("""
                    SELECT n.nspname || '.' || c.relname, m.nspname || '.' || p.relname
                    FROM pg_constraint k
                    JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                    JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace m ON m.oid = p.relnamespace
                    WHERE k.contype = 'f' AND k.conrelid <> k.confrelid
                    """)) {
                while (found.next()) {
                    parents.computeIfAbsent(found.getString(1), unseen -> new TreeSet<>())
                            .add(found.getString(2));
                }
            }
        }
        return inOrder(columns, parents);
    }

    private static List<CopiedTable> inOrder(Map<String, List<String>> columns, Map<String, Set<String>> parents) {
        Map<String, CopiedTable> ordered = new LinkedHashMap<>();
        Set<String> waiting = new TreeSet<>(columns.keySet());
        while (!waiting.isEmpty()) {
            List<String> next = waiting.stream()
                    .filter(name ->
                            parents.getOrDefault(name, Set.of()).stream().noneMatch(waiting::contains))
                    .toList();
            if (next.isEmpty()) {
                throw new BackupRefused("Tables refer to each other in a circle: " + waiting);
            }
            next.forEach(name -> ordered.put(name, new CopiedTable(name, columns.getOrDefault(name, List.of()))));
            waiting.removeAll(next);
        }
        return List.copyOf(ordered.values());
    }

    String copyOut() {
        return "COPY " + name + columnList() + " TO STDOUT";
    }

    String copyIn() {
        return "COPY " + name + columnList() + " FROM STDIN";
    }

    private String columnList() {
        return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", ", " (", ")"));
    }
}
