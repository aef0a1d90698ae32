package medflip.platform.files;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import medflip.platform.eventstore.EventTable;
import medflip.platform.privacy.Forgets;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import medflip.platform.view.ViewProgress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has files deleted that were uploaded and then attached to nothing. */
@Configuration(proxyBeanMethods = false)
class FileSweep {

    /** A form may lie open over a weekend before it is sent. */
    private static final Duration UNWANTED_FOR = Duration.ofDays(7);

    @Bean
    Forgets filesOfPeople(FileStore files) {
        return files.ofPeople();
    }

    @Bean
    RetentionRule orphanFiles(FileStore files, ViewProgress progress, EventTable log) {
        RetainedRows orphans = files.orphans();
        return new RetentionRule(
                "files.orphans",
                "P7",
                "Files that were uploaded and attached to nothing, after a week",
                UNWANTED_FOR,
                UNWANTED_FOR.plusDays(1),
                new RetainedRows() {
                    @Override
                    public long count(Instant before) {
                        return orphans.count(before);
                    }

                    // Only when every event up to now was looked at: one of them may name a file.
                    @Override
                    public int destroy(Instant before, int most) {
                        return progress.await(List.of(AttachedFileIndex.GROUP), log.head())
                                ? orphans.destroy(before, most)
                                : 0;
                    }
                });
    }
}
