package medflip.launcher;

import java.nio.file.Path;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.DatabaseConfiguration;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.database.Migrations;
import medflip.platform.eventstore.LogMove;
import medflip.platform.eventstore.LogPlace;
import medflip.platform.eventstore.LogServer;
import medflip.platform.routing.AxonLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * Moves the log to Axon Server ({@code --to=axonserver}), or back ({@code --to=postgresql}), while no service works.
 * The same again goes on where it was cut off, and compares the two where all is done.
 */
public final class MoveEvents {

    private static final Logger log = LoggerFactory.getLogger(MoveEvents.class);

    private MoveEvents() {}

    public static void main(String[] arguments) {
        try {
            Environment settings = CommandSettings.of(arguments);
            LogPlace to = LogPlace.of(settings.getRequiredProperty("to"));
            long events = move(settings, to);
            log.info(
                    "{} events are the same, byte for byte, in PostgreSQL and at Axon Server. The log is kept in {}: set"
                            + " medflip.events.store to that",
                    events,
                    settings.getRequiredProperty("to"));
            System.exit(0);
        } catch (IllegalStateException | LogServer.Unreachable | LogServer.Refused | LogServer.Lost e) {
            log.error("The log isn't moved: {}", e.getMessage());
            System.exit(1);
        }
    }

    /** Answers how many events the log has. */
    static long move(Environment settings, LogPlace to) {
        if (!settings.getProperty("spring.datasource.url", "").isBlank()) {
            return move(settings, DatabaseConfiguration.external(settings), to);
        }
        Path folder = Path.of(settings.getProperty("medflip.data", "data"));
        if (EmbeddedDatabase.running(folder, "medflip", "medflip_keys").isPresent()) {
            throw new IllegalStateException("A service works in " + folder + ". Stop it first. Nothing was changed.");
        }
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(folder, settings.getProperty("medflip.embedded.port", Integer.class, 54_329))) {
            return move(settings, database.access("medflip", "medflip_keys"), to);
        }
    }

    private static long move(Environment settings, DatabaseAccess access, LogPlace to) {
        Migrations.migrate(access);
        try (AxonLog server = AxonLog.of(settings)) {
            return new LogMove(access, server).to(to);
        }
    }
}
