package medflip.read;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.DatabaseAccess.Login;
import medflip.platform.database.TestDatabase;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.tenancy.TenantPredicate;
import medflip.platform.view.Projection;
import medflip.platform.view.ProjectionReplay;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One migrated database for all tests of a JVM: each test has a tenant of its own, and sees no other's rows. */
public final class ReadDatabase {

    private static final DatabaseAccess ACCESS = TestDatabase.create();
    private static final DataSource SERVICE = connections(ACCESS.service());
    private static final DataSource TENANT = connections(ACCESS.tenant());

    private static final Map<Object, ProjectionReplay> REPLAYS = new ConcurrentHashMap<>();

    private ReadDatabase() {}

    /** As processors and jobs see the database: all businesses. */
    public static JdbcClient service() {
        return JdbcClient.create(SERVICE);
    }

    /** The door by which every store reads. */
    public static TenantJdbc tenants() {
        return tenants(TenantPredicate.byParameter());
    }

    public static TenantJdbc tenants(TenantPredicate predicate) {
        return new TenantJdbc(TENANT, predicate);
    }

    /** What autovacuum does sooner or later: so a plan doesn't depend on when. */
    public static void vacuum(String... tables) {
        JdbcClient superuser = JdbcClient.create(TestDatabase.superuser(ACCESS.url()));
        for (String table : tables) {
            superuser.sql("VACUUM ANALYZE read." + table).update();
        }
    }

    /** Lets a projection take the events as one batch, in one transaction. */
    public static void apply(Object projection, List<? extends TrackedEventMessage<?>> batch) {
        ProjectionReplay replay = REPLAYS.computeIfAbsent(projection, ProjectionReplay::new);
        try (Connection connection = SERVICE.getConnection()) {
            connection.setAutoCommit(false);
            replay.apply(batch, connection);
            connection.commit();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every row of the tenant's in a table, by column name. */
    public static List<Map<String, Object>> rows(TenantId tenant, String table) {
        return JdbcClient.create(SERVICE)
                .sql("SELECT * FROM " + table + " WHERE tenant_id = ? ORDER BY 1, 2")
                .param(tenant.value())
                .query()
                .listOfRows();
    }

    /** How many rows of the tenant's each table of the projection has, and a hash over them whatever their order. */
    public static Map<String, String> hashes(TenantId tenant, Projection projection) {
        Map<String, String> hashes = new TreeMap<>();
        for (String table : projection.tables()) {
            hashes.put(
                    table,
                    JdbcClient.create(SERVICE)
                            .sql("SELECT count(*) AS rows, sum(hashtextextended(t::text, 0)::numeric) AS hash FROM "
                                    + table + " t WHERE tenant_id = ?")
                            .param(tenant.value())
                            .query((ResultSet row, int number) -> row.getLong(1) + " rows, " + row.getString(2))
                            .single());
        }
        return hashes;
    }

    /** Takes the tenant's rows out of every table of the projection. */
    public static void clear(TenantId tenant, Projection projection) {
        for (String table : projection.tables()) {
            JdbcClient.create(SERVICE)
                    .sql("DELETE FROM " + table + " WHERE tenant_id = ?")
                    .param(tenant.value())
                    .update();
        }
    }

    private static DataSource connections(Login login) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(ACCESS.url());
        config.setUsername(login.role());
        config.setPassword(login.password());
        config.setMaximumPoolSize(4);
        config.setConnectionInitSql("SET search_path TO read, write");
        return new HikariDataSource(config);
    }
}
