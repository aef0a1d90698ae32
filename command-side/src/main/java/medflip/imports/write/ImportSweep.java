package medflip.imports.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import medflip.platform.privacy.Forgets;
import medflip.platform.retention.RetentionRule;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for imports that nobody works on: once at start, then again and again. */
@Configuration(proxyBeanMethods = false)
class ImportSweep {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> resumeImports(ImportRunner runner) {
        return Tasks.recurring("imports.resume", FixedDelay.of(LOOK_EVERY)).execute((task, context) -> runner.wake());
    }

    @Bean
    Forgets importedFilesOfPeople(ImportStore store) {
        return store.ofPeople();
    }

    @Bean
    RetentionRule importsNeverRun(ImportStore store) {
        return store.neverRun();
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> resumeImportsAtStart(ImportRunner runner) {
        return ready -> runner.wake();
    }
}
