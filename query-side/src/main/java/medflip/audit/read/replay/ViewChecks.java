package medflip.audit.read.replay;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import medflip.audit.read.replay.ViewCheckStore.CheckSum;
import medflip.audit.read.replay.ViewCheckStore.Todo;
import medflip.platform.text.FaultLine;
import medflip.platform.view.ViewComparison;
import medflip.platform.work.Doorbell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the checks that were asked for, one at a time; and each night asks for those that had none for the longest. */
@Configuration(proxyBeanMethods = false)
class ViewChecks {

    private static final Logger log = LoggerFactory.getLogger(ViewChecks.class);

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    @Bean
    Doorbell viewCheckBell(ViewCheckStore store, ViewComparison comparison) {
        return new Doorbell("view-checks", () -> workOff(store, comparison));
    }

    @Bean
    RecurringTask<Void> makeViewChecks(Doorbell viewCheckBell) {
        return Tasks.recurring("audit.view-checks", FixedDelay.of(LOOK_EVERY))
                .execute((task, context) -> viewCheckBell.ring());
    }

    @Bean
    RecurringTask<Void> askForViewChecks(
            ViewCheckStore store,
            Doorbell viewCheckBell,
            @Value("${medflip.audit.check-at:04:30}") String at,
            @Value("${medflip.audit.checks-a-night:20}") int some) {
        return Tasks.recurring("audit.ask-view-checks", Schedules.daily(ZoneOffset.UTC, LocalTime.parse(at)))
                .execute((task, context) -> {
                    store.askForSome(some);
                    viewCheckBell.ring();
                });
    }

    /** Tells and doesn't judge: what a view has wrong is mended by a rebuild, not by taking the service off. */
    @Bean
    HealthIndicator viewCheckHealthIndicator(ViewCheckStore store) {
        return () -> {
            CheckSum sum = store.sum();
            return Health.up()
                    .withDetail("checked", sum.businesses())
                    .withDetail("different", sum.different())
                    .withDetail("failed", sum.failed())
                    .build();
        };
    }

    private static void workOff(ViewCheckStore store, ViewComparison comparison) {
        for (Optional<Todo> next = store.take(); next.isPresent(); next = store.take()) {
            Todo todo = next.get();
            try {
                ViewComparison.Compared found = comparison.run(todo.tenant(), percent -> store.progress(todo, percent));
                if (found.different() > 0) {
                    log.error("{} rows of business {} differ from its log", found.different(), todo.tenant());
                }
                store.done(todo, found);
            } catch (RuntimeException e) {
                log.error("The views of business {} can't be checked: {}", todo.tenant(), FaultLine.of(e));
                store.failed(todo);
            }
        }
    }
}
