package medflip.platform.tenancy;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import org.springframework.jdbc.BadSqlGrammarException;
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

    private static final String UNDEFINED_TABLE = "42P01";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+\\.)?tenant}");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TenantPredicate predicate;
    private final AsOf asOf;

    /** Reads what is there now, whatever moment a thread is set to. */
    public TenantJdbc(DataSource tenantDataSource, TenantPredicate predicate) {
        this(tenantDataSource, predicate, new AsOf());
    }

    /** @param asOf as of when is read */
    public TenantJdbc(DataSource tenantDataSource, TenantPredicate predicate, AsOf asOf) {
        this.jdbc = JdbcClient.create(tenantDataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(tenantDataSource));
        this.transaction.setReadOnly(true);
        this.predicate = predicate;
        this.asOf = asOf;
    }

    /** @throws PastGone if a moment is read whose views aren't all there */
    public <T> T read(TenantId tenant, Function<Queries, T> work) {
        Optional<PastMoment> past = asOf.moment();
        if (past.isPresent()) {
            return readPast(past.get(), tenant, work);
        }
        return transaction.execute(status -> {
            jdbc.sql("SELECT set_config('app.tenant', ?, true)")
                    .param(tenant.toString())
                    .query(String.class)
                    .single();
            return work.apply(new Queries(tenant));
        });
    }

    /**
     * The moment's schema is all that is looked for tables in, so that no question can be answered from the present by
     * mistake. The lock, shared by readers, keeps it there for as long as the transaction lasts.
     */
    private <T> T readPast(PastMoment past, TenantId tenant, Function<Queries, T> work) {
        if (!past.tenant().equals(tenant)) {
            throw new IllegalStateException("One business's past was asked for another's data");
        }
        try {
            return transaction.execute(status -> {
                jdbc.sql("""
                                SELECT set_config('app.tenant', :tenant, true), set_config('search_path', :schema, true),
                                       pg_advisory_xact_lock_shared(hashtextextended(:schema, 0))
                                """)
                        .param("tenant", tenant.toString())
                        .param("schema", past.schema())
                        .query((row, number) -> true)
                        .single();
                boolean there = jdbc.sql("SELECT EXISTS (SELECT FROM past.moment WHERE tenant_id = ? AND position = ?)")
                        .params(tenant.value(), past.position())
                        .query(Boolean.class)
                        .single();
                if (!there) {
                    throw new PastGone(past);
                }
                return work.apply(new Queries(tenant));
            });
        } catch (BadSqlGrammarException e) {
            if (e.getMostSpecificCause() instanceof SQLException cause && UNDEFINED_TABLE.equals(cause.getSQLState())) {
                throw new PastGone(past);
            }
            throw e;
        }
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
