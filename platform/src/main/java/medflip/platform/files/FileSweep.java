package medflip.platform.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import medflip.platform.eventstore.EventTable;
import medflip.platform.view.ViewProgress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes, again and again, files that were uploaded and then attached to nothing. */
@Configuration(proxyBeanMethods = false)
class FileSweep {

    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    /** A form may lie open over a weekend before it is sent. */
    private static final Duration UNWANTED_FOR = Duration.ofDays(7);

    @Bean
    RecurringTask<Void> removeOrphanFiles(FileStore files, ViewProgress progress, EventTable log) {
        return Tasks.recurring("files.orphans", FixedDelay.of(LOOK_EVERY)).execute((task, context) -> {
            // Only when every event up to now was looked at: one of them may name a file.
            if (progress.await(List.of(AttachedFileIndex.GROUP), log.head())) {
                files.removeOrphans(UNWANTED_FOR);
            }
        });
    }
}
