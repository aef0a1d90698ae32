package medflip.platform.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import medflip.platform.privacy.Forgets;
import medflip.platform.retention.RetentionRule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The outbox, who works it off, and how the operator sees what is stuck. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    @Bean
    OutboxWorker outboxWorker(
            OutboxStore store,
            Clock clock,
            List<OutboxChannel> channels,
            @Value("${medflip.outbox.paused:false}") boolean paused) {
        return new OutboxWorker(store, new Backoff(new SecureRandom()), clock, paused ? List.of() : channels);
    }

    @Bean
    Outbox outbox(OutboxStore store, OutboxWorker worker, Clock clock) {
        return new Outbox(store, worker, clock);
    }

    @Bean
    RecurringTask<Void> workOffOutbox(OutboxWorker worker, @Value("${medflip.outbox.look-every:5s}") Duration every) {
        return Tasks.recurring("outbox.work", FixedDelay.of(every)).execute((task, context) -> worker.wake());
    }

    @Bean
    Forgets effectsOfPeople(OutboxStore store) {
        return store.ofPeople();
    }

    @Bean
    RetentionRule effectContents(OutboxStore store) {
        return store.contents();
    }

    @Bean
    RetentionRule effectRows(OutboxStore store) {
        return store.rows();
    }

    /** Rows that failed, whose outcome is unknown, or that wait for longer than a quarter of an hour. */
    @Bean
    MeterBinder stuckEffects(OutboxWorker worker) {
        return registry -> worker.channels()
                .forEach(channel -> Gauge.builder("medflip.outbox.stuck", () -> worker.stuck(channel))
                        .tag("channel", channel.name())
                        .register(registry));
    }

    /** Tells and doesn't judge: the service is well while another one isn't. */
    @Bean
    HealthIndicator outboxHealthIndicator(OutboxWorker worker) {
        return () -> {
            Health.Builder health = Health.up();
            worker.channels().forEach(channel -> health.withDetail(channel.name() + ".stuck", worker.stuck(channel)));
            return health.build();
        };
    }
}
