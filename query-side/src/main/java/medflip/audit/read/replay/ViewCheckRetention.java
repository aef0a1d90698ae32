package medflip.audit.read.replay;

import java.time.Duration;
import medflip.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Apart from what makes checks, since a query side makes them and destroys nothing. */
@Configuration(proxyBeanMethods = false)
class ViewCheckRetention {

    private static final Duration KEPT = Duration.ofDays(365);

    @Bean
    RetentionRule oldViewChecks(RetainedViewCheckStore checks) {
        return new RetentionRule(
                "view-checks",
                "P7",
                "What comparisons of views with the log found, after a year",
                KEPT,
                KEPT.plusDays(30),
                checks.old());
    }
}
