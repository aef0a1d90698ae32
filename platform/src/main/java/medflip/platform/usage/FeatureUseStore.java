package medflip.platform.usage;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How often each user used which feature, a row a day. */
@Component
class FeatureUseStore {

    private static final int MOST = 1_000;

    /** As other records of how the service is used; the last of 90 days is for a service that stood still. */
    private static final Duration KEPT = Duration.ofDays(89);

    /** Whose use of which feature, on which day by UTC. */
    record Used(UUID tenant, UUID user, LocalDate day, String feature, Use use) {}

    /** A user's own use of a feature. */
    record FeatureUse(LocalDate day, String feature, Use use, int times) {}

    /** Everybody's. {@code users} of how many businesses' people it was used. */
    record FeatureUseSum(LocalDate day, String feature, Use use, long times, long users) {}

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final TransactionTemplate transaction;

    FeatureUseStore(JdbcClient jdbc, TenantJdbc tenants, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    void add(Map<Used, Integer> counts) {
        transaction.executeWithoutResult(status -> counts.forEach((used, times) -> jdbc.sql("""
                        INSERT INTO write.feature_use AS f (tenant_id, user_id, day, feature, use, times)
                        VALUES (:tenant, :user, :day, :feature, :use, :times)
                        ON CONFLICT (tenant_id, user_id, day, feature, use) DO UPDATE SET times = f.times + excluded.times
                        """)
                .param("tenant", used.tenant())
                .param("user", used.user())
                .param("day", used.day())
                .param("feature", used.feature())
                .param("use", used.use().name())
                .param("times", times)
                .update()));
    }

    /** The newest days first. */
    List<FeatureUse> of(TenantId tenant, UUID user) {
        return tenants.read(
                tenant,
                queries -> queries.query("""
                        SELECT day, feature, use, times FROM write.feature_use
                        WHERE {tenant} AND user_id = :user ORDER BY day DESC, feature, use LIMIT :most
                        """)
                        .param("user", user)
                        .param("most", MOST)
                        .query(FeatureUse.class)
                        .list());
    }

    /** Over all businesses, and nothing of any single one. */
    List<FeatureUseSum> sums() {
        return jdbc.sql("""
                        SELECT day, feature, use, sum(times) AS times, count(DISTINCT user_id) AS users
                        FROM write.feature_use GROUP BY day, feature, use ORDER BY day DESC, feature, use LIMIT :most
                        """).param("most", MOST).query(FeatureUseSum.class).list();
    }

    RetentionRule old() {
        return new RetentionRule(
                "feature-use",
                "P2.5",
                "Who used which part of the service, after 90 days",
                KEPT,
                KEPT.plusDays(1),
                RetainedRows.deletedUnlessHeld(
                        jdbc, "write.feature_use", "r.day < (:before::timestamptz AT TIME ZONE 'UTC')::date"));
    }

    /** Has old counts forgotten. */
    @Configuration(proxyBeanMethods = false)
    static class Retention {

        @Bean
        RetentionRule oldFeatureUse(FeatureUseStore store) {
            return store.old();
        }
    }
}
