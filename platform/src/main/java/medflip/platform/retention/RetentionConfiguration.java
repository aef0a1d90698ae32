package medflip.platform.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the sweep run, and tells how it stands. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    RecurringTask<Void> destroyWhatIsOld(
            RetentionSweep sweep, @Value("${medflip.retention.sweep-every:5m}") Duration every) {
        return Tasks.recurring("retention.sweep", FixedDelay.of(every)).execute((task, context) -> sweep.sweep());
    }

    /** Tells and doesn't judge: a service that serves isn't taken off for a row that should be gone. */
    @Bean
    HealthIndicator retentionHealthIndicator(RetentionSweep sweep, TickStore ticks) {
        return () -> {
            Health.Builder health =
                    Health.up().withDetail("clock", sweep.judge().state());
            ticks.last().ifPresent(tick -> health.withDetail("late", tick.late()));
            return health.build();
        };
    }
}
