package medflip.platform.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for values in clear wherever this service keeps anything of a tenant: every row of every table of the database
 * of events and views (so dead letters, the outbox and exports too) and of that of the keys, and {@link KeptInFiles}.
 */
public final class PlaintextScan {

    /** Longer binary values are sealed as a whole. */
    private static final int BYTES_OF_A_VALUE = 65_536;

    private static final int ROWS_AT_ONCE = 500;

    private static final String KEYS = "keyring";

    private record Column(String place, String name, String type) {}

    /**
     * @param places how many tables, and kinds of files
     * @param found how many rows or lines of a place say one of the values; only of places where some do
     */
    public record Findings(int places, Map<String, Long> found) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Keyring keyring;
    private final List<KeptInFiles> files;

    public PlaintextScan(
            JdbcClient jdbc, PlatformTransactionManager transactions, Keyring keyring, List<KeptInFiles> files) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.keyring = keyring;
        this.files = files;
    }

    /** Searches what is a tenant's, and what is nobody's. */
    public Findings scan(TenantId tenant, Collection<String> values) {
        Wanted wanted = new Wanted(values);
        Map<String, List<Column>> tables = tables(tenant);
        Map<String, Long> found = new TreeMap<>();
        tables.forEach((table, columns) -> {
            long rows = rows(table, columns, tenant, wanted);
            if (rows > 0) {
                found.put(table, rows);
            }
        });
        long keys = keyring.rowsSaying(tenant, wanted.spelled());
        if (keys > 0) {
            found.put(KEYS, keys);
        }
        for (KeptInFiles kept : files) {
            long lines = kept.lines(wanted::in);
            if (lines > 0) {
                found.put(kept.holds(), lines);
            }
        }
        return new Findings(tables.size() + 2 + files.size(), found);
    }

    /** Also of views that are being filled anew beside the live ones, and of the tenant's past moments. */
    private Map<String, List<Column>> tables(TenantId tenant) {
        Map<String, List<Column>> tables = new TreeMap<>();
        jdbc.sql("""
                        SELECT format('%I.%I', n.nspname, c.relname) AS place, a.attname AS name,
                               format_type(a.atttypid, NULL) AS type
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                        WHERE c.relkind = 'r'
                          AND (n.nspname IN ('events', 'read', 'write', 'public') OR n.nspname LIKE 'rebuilt\\_%'
                               OR n.nspname IN (SELECT schema_name FROM past.moment WHERE tenant_id = :tenant))
                          AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
                        ORDER BY place, a.attnum
                        """)
                .param("tenant", tenant.value())
                .query(Column.class)
                .list()
                .forEach(column -> tables.computeIfAbsent(column.place(), unseen -> new ArrayList<>())
                        .add(column));
        return tables;
    }

    /** Rows come in pages, which takes a transaction: a business may have more of them than fit. */
    private long rows(String table, List<Column> columns, TenantId tenant, Wanted wanted) {
        String row = columns.stream()
                .map(column -> column.type().equals("bytea")
                        ? "substring(r.\"" + column.name() + "\" FROM 1 FOR " + BYTES_OF_A_VALUE + ")"
                        : "r.\"" + column.name() + "\"")
                .collect(Collectors.joining(", ", "concat_ws(E'\\n', ", ")"));
        boolean ofTenants = columns.stream().anyMatch(column -> column.name().equals("tenant_id"));
        LongAdder found = new LongAdder();
        transactions.executeWithoutResult(reading -> jdbc.sql("SELECT " + row + " FROM " + table + " r WHERE "
                        + (ofTenants ? "r.tenant_id = :tenant" : ":tenant::uuid IS NOT NULL"))
                .param("tenant", tenant.value())
                .withFetchSize(ROWS_AT_ONCE)
                .query(said -> {
                    if (wanted.in(said.getString(1))) {
                        found.increment();
                    }
                }));
        return found.sum();
    }
}
