package medflip.platform.backup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.privacy.KeptInFiles;
import medflip.platform.privacy.RootKey;
import medflip.platform.retention.RetentionRule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where backups lie, that they are made at their time and gone at theirs, and what the health says of them. */
@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

    /** The policy's 30 days (promise P7) are the limit; one day is left to be late in. */
    private static final Duration KEPT = Duration.ofDays(29);

    @Bean
    BackupShelf backupShelf(Environment settings) {
        return BackupShelf.of(settings);
    }

    @Bean
    BackupMaker backupMaker(
            DatabaseAccess access,
            BackupShelf shelf,
            RootKey root,
            @Value("${medflip.version}") String version,
            Clock clock) {
        return new BackupMaker(access, shelf, root, version, clock);
    }

    @Bean
    @ConditionalOnProperty("medflip.backup.at")
    RecurringTask<Void> makeBackup(BackupMaker maker, @Value("${medflip.backup.at}") String at) {
        return Tasks.recurring("backup.make", Schedules.daily(ZoneOffset.UTC, LocalTime.parse(at)))
                .execute((task, context) -> maker.make());
    }

    @Bean
    RetentionRule backups(BackupShelf shelf) {
        return new RetentionRule(
                "backups", "P7", "Backups, with the keys of their files, after 29 days", KEPT, KEPT.plusDays(1), shelf);
    }

    /** What stands in them is sealed; what they are called isn't. */
    @Bean
    KeptInFiles namesOfBackups(BackupShelf shelf) {
        return new KeptInFiles() {
            @Override
            public String holds() {
                return "names of backups";
            }

            @Override
            public long lines(Predicate<String> says) {
                return shelf.files().stream().filter(says).count();
            }
        };
    }

    /** Tells and doesn't judge: a service that serves isn't taken off for a backup that wasn't made. */
    @Bean
    HealthIndicator backupHealthIndicator(BackupShelf shelf, @Value("${medflip.backup.at:never}") String at) {
        return () -> Health.up()
                .withDetail("at", at)
                .withDetail("newest", shelf.newest().map(Instant::toString).orElse("none"))
                .build();
    }
}
