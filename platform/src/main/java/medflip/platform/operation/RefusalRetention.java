package medflip.platform.operation;

import java.time.Duration;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has forgotten which businesses once asked too much. */
@Configuration(proxyBeanMethods = false)
class RefusalRetention {

    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RetentionRule oldRefusals(JdbcClient jdbc) {
        return new RetentionRule(
                "refused-requests",
                "P7",
                "Which businesses asked more than their limit, a month after the last time",
                KEPT,
                KEPT.plusDays(5),
                RetainedRows.deleted(jdbc, "write.refused_request", "r.last_at < :before"));
    }
}
