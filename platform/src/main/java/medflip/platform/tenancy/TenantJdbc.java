package medflip.platform.tenancy;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the data of one tenant: as the role that row-level security binds, in a transaction that names the tenant, with
 * the application's own predicate besides. A query without {@code {tenant}} is refused.
 *
 * <pre>{@code
 * tenants.read(caller.tenant(), sql -> sql.query("SELECT … FROM deal d WHERE {d.tenant} AND d.state = :state")
 *         .param("state", "QUOTED").query(DealRow.class).list());
 * }</pre>
 */
public final class TenantJdbc {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+\\.)?tenant}");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TenantPredicate predicate;

    public TenantJdbc(DataSource tenantDataSource, TenantPredicate predicate) {
        this.jdbc = JdbcClient.create(tenantDataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(tenantDataSource));
        this.transaction.setReadOnly(true);
        this.predicate = predicate;
    }

    public <T> T read(TenantId tenant, Function<Queries, T> work) {
        return transaction.execute(status -> {
            jdbc.sql("SELECT set_config('app.tenant', ?, true)")
                    .param(tenant.toString())
                    .query(String.class)
                    .single();
            return work.apply(new Queries(tenant));
        });
    }

    public void run(TenantId tenant, Consumer<Queries> work) {
        read(tenant, queries -> {
            work.accept(queries);
            return true;
        });
    }

    /** The queries of one transaction. */
    public final class Queries {

        private final TenantId tenant;

        private Queries(TenantId tenant) {
            this.tenant = tenant;
        }

        /** @throws IllegalArgumentException if the query nowhere says {@code {tenant}} */
        public JdbcClient.StatementSpec query(String sql) {
            Matcher placeholder = PLACEHOLDER.matcher(sql);
            if (!placeholder.find()) {
                throw new IllegalArgumentException("A query of tenant data says {tenant}: " + sql);
            }
            String bound = placeholder.replaceAll(
                    found -> Matcher.quoteReplacement(predicate.sql(found.group(1) == null ? "" : found.group(1))));
            return jdbc.sql(bound).param("tenant", tenant.value());
        }
    }
}
