package medflip.platform.privacy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every row that a tenant has beside the log, in whatever table: each table of tenants says whose a row is, and the
 * database says which these tables are. So nobody has to think of a new one.
 */
public final class TenantRows {

    /** It tells how far the tenant's erasure is. */
    private static final String STAYING = "write.closed_account";

    private final JdbcClient jdbc;

    public TenantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there are, by table; only of tables that have some. */
    public Map<String, Long> count(TenantId tenant) {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : tables("SELECT")) {
            long rows = jdbc.sql("SELECT count(*) FROM " + table + " WHERE tenant_id = :tenant")
                    .param("tenant", tenant.value())
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                counts.put(table, rows);
            }
        }
        return counts;
    }

    /**
     * Deletes them all, a table at a time; one that is written meanwhile may have some again. What nobody may delete is
     * the service's own: should a tenant have rows there, they are still counted.
     */
    public void delete(TenantId tenant) {
        for (String table : tables("DELETE")) {
            jdbc.sql("DELETE FROM " + table + " WHERE tenant_id = :tenant")
                    .param("tenant", tenant.value())
                    .update();
        }
    }

    private List<String> tables(String may) {
        return jdbc.sql("""
                        SELECT format('%I.%I', n.nspname, c.relname) AS place
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
                        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname IN ('read', 'write')
                          AND has_table_privilege(c.oid, :may)
                        ORDER BY place
                        """).param("may", may).query(String.class).list().stream()
                .filter(table -> !table.equals(STAYING))
                .toList();
    }
}
