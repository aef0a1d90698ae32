package medflip.platform.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for values in clear wherever this service keeps anything of a tenant: every row of every table of the database
 * of events and views (so dead letters, the outbox and exports too) and of that of the keys, and {@link KeptInFiles}.
 */
public final class PlaintextScan {

    /** Longer binary values are sealed as a whole. */
    private static final int BYTES_OF_A_VALUE = 65_536;

    private static final String KEYS = "keyring";

    private record Column(String place, String name, String type) {}

    /**
     * @param places how many tables, and kinds of files
     * @param found how many rows or lines of a place say one of the values; only of places where some do
     */
    public record Findings(int places, Map<String, Long> found) {}

    private final JdbcClient jdbc;
    private final Keyring keyring;
    private final List<KeptInFiles> files;

    public PlaintextScan(JdbcClient jdbc, Keyring keyring, List<KeptInFiles> files) {
        this.jdbc = jdbc;
        this.keyring = keyring;
        this.files = files;
    }

    /** Searches what is a tenant's, and what is nobody's. */
    public Findings scan(TenantId tenant, Collection<String> values) {
        String[] spelled = values.stream()
                .flatMap(value -> PersonalValues.spellings(value).stream())
                .distinct()
                .toArray(String[]::new);
        String[] exact = values.stream()
                .flatMap(value -> PersonalValues.base64(value).stream())
                .distinct()
                .toArray(String[]::new);
        Map<String, List<Column>> tables = tables();
        Map<String, Long> found = new TreeMap<>();
        tables.forEach((table, columns) -> {
            long rows = rows(table, columns, tenant, spelled, exact);
            if (rows > 0) {
                found.put(table, rows);
            }
        });
        long keys = keyring.rowsSaying(tenant, List.of(spelled));
        if (keys > 0) {
            found.put(KEYS, keys);
        }
        for (KeptInFiles kept : files) {
            long lines = kept.lines(line -> says(line, spelled, exact));
            if (lines > 0) {
                found.put(kept.holds(), lines);
            }
        }
        return new Findings(tables.size() + 2 + files.size(), found);
    }

    private static boolean says(String line, String[] spelled, String[] exact) {
        String lower = line.toLowerCase(Locale.ROOT);
        return Stream.of(spelled).anyMatch(lower::contains) || Stream.of(exact).anyMatch(line::contains);
    }

    private Map<String, List<Column>> tables() {
        Map<String, List<Column>> tables = new TreeMap<>();
        jdbc.sql("""
                        SELECT format('%I.%I', n.nspname, c.relname) AS place, a.attname AS name,
                               format_type(a.atttypid, NULL) AS type
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                        WHERE c.relkind = 'r' AND n.nspname IN ('events', 'read', 'write', 'public')
                          AND has_table_privilege(c.oid, 'SELECT')
                        ORDER BY place, a.attnum
                        """)
                .query(Column.class)
                .list()
                .forEach(column -> tables.computeIfAbsent(column.place(), unseen -> new ArrayList<>())
                        .add(column));
        return tables;
    }

    private long rows(String table, List<Column> columns, TenantId tenant, String[] spelled, String[] exact) {
        String row = columns.stream()
                .map(column -> column.type().equals("bytea")
                        ? "substring(r.\"" + column.name() + "\" FROM 1 FOR " + BYTES_OF_A_VALUE + ")"
                        : "r.\"" + column.name() + "\"")
                .collect(Collectors.joining(", ", "ROW(", ")::text"));
        boolean ofTenants = columns.stream().anyMatch(column -> column.name().equals("tenant_id"));
        return jdbc.sql("""
                        SELECT count(*) FROM (SELECT %s AS said FROM %s r WHERE %s) AS row
                        WHERE EXISTS (SELECT FROM unnest(:spelled::text[]) AS t WHERE position(t IN lower(said)) > 0)
                           OR EXISTS (SELECT FROM unnest(:exact::text[]) AS t WHERE position(t IN said) > 0)
                        """.formatted(row, table, ofTenants ? "r.tenant_id = :tenant" : ":tenant::uuid IS NOT NULL"))
                .param("spelled", spelled)
                .param("exact", exact)
                .param("tenant", tenant.value())
                .query(Long.class)
                .single();
    }
}
