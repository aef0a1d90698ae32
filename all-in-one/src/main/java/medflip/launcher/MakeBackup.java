package medflip.launcher;

import java.nio.file.Path;
import java.time.Clock;
import medflip.platform.backup.BackupMaker;
import medflip.platform.backup.BackupShelf;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.DatabaseConfiguration;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.privacy.RootKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** Makes a backup now, while the service works or while it is stopped. */
public final class MakeBackup {

    private static final Logger log = LoggerFactory.getLogger(MakeBackup.class);

    private MakeBackup() {}

    public static void main(String[] arguments) {
        log.info("Backup {} is made", make(CommandSettings.of(arguments)));
    }

    /** Answers its name. */
    static String make(Environment settings) {
        if (!settings.getProperty("spring.datasource.url", "").isBlank()) {
            return make(settings, DatabaseConfiguration.external(settings));
        }
        Path folder = Path.of(settings.getProperty("medflip.data", "data"));
        DatabaseAccess running =
                EmbeddedDatabase.running(folder, "medflip", "medflip_keys").orElse(null);
        if (running != null) {
            return make(settings, running);
        }
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(folder, settings.getProperty("medflip.embedded.port", Integer.class, 54_329))) {
            return make(settings, database.access("medflip", "medflip_keys"));
        }
    }

    private static String make(Environment settings, DatabaseAccess access) {
        return new BackupMaker(
                        access,
                        BackupShelf.of(settings),
                        RootKey.existing(settings),
                        settings.getRequiredProperty("medflip.version"),
                        Clock.systemUTC())
                .make();
    }
}
