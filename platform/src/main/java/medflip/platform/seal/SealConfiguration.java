package medflip.platform.seal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import medflip.platform.privacy.Signer;
import medflip.platform.seal.SealStore.Completeness;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Who seals, how often, and how the operator sees that it is done. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    @Bean
    Sealer sealer(
            List<SealedLog> logs,
            SealStore store,
            Signer signer,
            Clock clock,
            Environment settings,
            @Value("${medflip.seal.checkpoint-every:10m}") Duration checkpointEvery,
            @Value("${medflip.seal.anchor-every:1h}") Duration anchorEvery) {
        return new Sealer(
                logs,
                store,
                signer,
                new CheckpointFile(CheckpointFile.place(settings)),
                clock,
                checkpointEvery,
                anchorEvery);
    }

    @Bean
    RecurringTask<Void> sealLogs(Sealer sealer, @Value("${medflip.seal.every:10s}") Duration every) {
        return Tasks.recurring("seal.work", FixedDelay.of(every)).execute((task, context) -> sealer.work());
    }

    @Bean
    RecurringTask<Void> checkSeal(Sealer sealer, @Value("${medflip.seal.check-every:1h}") Duration every) {
        return Tasks.recurring("seal.check", FixedDelay.of(every)).execute((task, context) -> sealer.check());
    }

    /** Seconds that the entry which waits longest has waited for its seal, and what the last look found wrong. */
    @Bean
    MeterBinder sealMeters(Sealer sealer) {
        return registry -> {
            Gauge.builder("medflip.seal.age", () -> sealer.age().toMillis() / 1_000.0)
                    .baseUnit("seconds")
                    .register(registry);
            Gauge.builder("medflip.seal.faults", () -> sealer.faults().size()).register(registry);
        };
    }

    /** Tells and doesn't judge: whoever takes a service off because its log was touched helps who touched it. */
    @Bean
    HealthIndicator sealHealthIndicator(Sealer sealer) {
        return () -> {
            Health.Builder health =
                    Health.up().withDetail("age", sealer.age().toSeconds()).withDetail("faults", sealer.faults());
            Completeness counted = sealer.counted();
            return (counted == null ? health : health.withDetail("leaves", counted.leaves())).build();
        };
    }
}
