package medflip.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import medflip.platform.database.DatabaseAccess.Login;
import medflip.platform.tenancy.AsOf;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.tenancy.TenantPredicate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The connections. With {@code spring.datasource.url} set, an external server is used, whose roles
 * {@code db/bootstrap.sql} has made; without it, an embedded one starts on the data folder.
 */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    private static final String EMBEDDED = "embedded";
    private static final int VIEWS_POOL = 6;

    /** For so long a request waits for a connection; then it is told to come again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static final String SCHEMAS = "SET search_path TO read, write";

    /**
     * How a business's questions are planned: by their values, each time. A plan for all values knows neither how short
     * a page nor how small a business is, and reads a large one whole; and no question is so long that compiling it
     * paid. What is asked for most is in memory, so that an index costs less than the database believes; and what a
     * report adds up for a hundred thousand deals fits there as well.
     */
    private static final String PLANS = "; SET plan_cache_mode TO force_custom_plan; SET jit TO off;"
            + " SET random_page_cost TO 2; SET work_mem TO '16MB'";

    @Bean
    Deployment deployment(Environment environment) {
        boolean embedded = EMBEDDED.equals(environment.getProperty("spring.datasource.url", EMBEDDED));
        return new Deployment(environment.getProperty("medflip.alone", Boolean.class, embedded));
    }

    /** The embedded server, where no other is named. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = EMBEDDED)
    static class Embedded {

        @Bean
        EmbeddedDatabase embeddedDatabase(
                @Value("${medflip.data:data}") Path folder, @Value("${medflip.embedded.port:54329}") int port) {
            return EmbeddedDatabase.start(folder, port);
        }

        @Bean
        DatabaseAccess databaseAccess(EmbeddedDatabase database) {
            return database.access("medflip", "medflip_keys");
        }
    }

    /** A server of the operator's. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url")
    static class External {

        @Bean
        @ConditionalOnMissingBean
        DatabaseAccess databaseAccess(Environment environment) {
            return external(environment);
        }
    }

    /** How to reach a server of the operator's, by the settings. */
    public static DatabaseAccess external(Environment environment) {
        return new DatabaseAccess(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("medflip.database.keys-url"),
                environment.getProperty("medflip.database.migrate", Boolean.class, true)
                        ? login(environment, "medflip_owner", "medflip.database.owner-password")
                        : login(
                                environment,
                                environment.getRequiredProperty("spring.datasource.username"),
                                "spring.datasource.password"),
                login(
                        environment,
                        environment.getProperty("spring.datasource.username", "medflip_service"),
                        "spring.datasource.password"),
                login(environment, "medflip_tenant", "medflip.database.tenant-password"),
                login(environment, "medflip_keys", "medflip.database.keys-password"));
    }

    private static Login login(Environment environment, String role, String property) {
        return new Login(role, environment.getRequiredProperty(property));
    }

    /**
     * Migrates, or sees that somebody has, then hands out the service role's connections; nothing else gets any before
     * that.
     */
    @Bean
    @Primary
    DataSource serviceDataSource(
            DatabaseAccess access,
            @Value("${medflip.database.migrate:true}") boolean migrate,
            @Value("${medflip.database.service-pool:24}") int size) {
        if (migrate) {
            Migrations.migrate(access);
        } else {
            Migrations.requireDone(access);
        }
        DataSource dataSource = pool("service", access.url(), access.service(), size, SCHEMAS);
        StartupChecks.requireDurability(dataSource);
        StartupChecks.requireRowLevelSecurity(dataSource);
        return dataSource;
    }

    @Bean(defaultCandidate = false)
    DataSource tenantDataSource(
            DatabaseAccess access,
            @Qualifier("serviceDataSource") DataSource migrated,
            @Value("${medflip.database.tenant-pool:16}") int size) {
        // A newer version that migrates beside this one adds columns: a question of an older form is then asked anew,
        // within its transaction, instead of being refused with all that this has asked.
        return pool("tenant", access.url(), access.tenant(), size, SCHEMAS + PLANS, Map.of("autosave", "conservative"));
    }

    @Bean(defaultCandidate = false)
    DataSource keysDataSource(
            DatabaseAccess access,
            @Qualifier("serviceDataSource") DataSource migrated,
            @Value("${medflip.database.keys-pool:8}") int size) {
        return pool("keys", access.keysUrl(), access.keys(), size, SCHEMAS);
    }

    @Bean
    @Primary
    PlatformTransactionManager serviceTransactions(DataSource serviceDataSource) {
        return new JdbcTransactionManager(serviceDataSource);
    }

    @Bean
    @ConditionalOnMissingBean
    TenantPredicate tenantPredicate() {
        return TenantPredicate.byParameter();
    }

    @Bean
    AsOf asOf() {
        return new AsOf();
    }

    @Bean
    TenantJdbc tenantJdbc(
            @Qualifier("tenantDataSource") DataSource tenantDataSource, TenantPredicate predicate, AsOf asOf) {
        return new TenantJdbc(tenantDataSource, predicate, asOf);
    }

    /**
     * Makes tables beside the live ones (views of the past, comparisons, rebuilds), as the role that owns views, and
     * serves nobody. Health looks at it, as at each pool that is there: whoever has it must be able to sign in.
     */
    @Bean(defaultCandidate = false)
    DataSource viewsDataSource(DatabaseAccess access, @Qualifier("serviceDataSource") DataSource migrated) {
        HikariDataSource views =
                pool("views", access.url(), access.owner(), VIEWS_POOL, "SET ROLE medflip_views; SET jit TO off");
        views.setMinimumIdle(0);
        return views;
    }

    static HikariDataSource pool(String name, String url, Login login, int size, String session) {
        return pool(name, url, login, size, session, Map.of());
    }

    private static HikariDataSource pool(
            String name, String url, Login login, int size, String session, Map<String, String> driver) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(login.role());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setConnectionInitSql(session);
        // Which row a constraint refused is told in details, with its values; whatever logs the fault must not know.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        driver.forEach(config::addDataSourceProperty);
        return new HikariDataSource(config);
    }
}
