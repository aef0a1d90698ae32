package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Map;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.eventstore.LogMove;
import medflip.platform.eventstore.LogPlace;
import medflip.platform.routing.AxonLog;
import org.springframework.mock.env.MockEnvironment;

/**
 * The Axon Server that the environment names: {@code AXON_SERVER} as host and port, and {@code AXON_SERVER_TOKEN} if it
 * asks for one. Each test that has it keep events begins with one that holds none.
 */
final class NamedAxonServer {

    private NamedAxonServer() {}

    /** Skips the test, with a word of why, where none is named. */
    static String place() {
        String server = System.getenv("AXON_SERVER");
        assumeThat(server)
                .as("No Axon Server is named: set AXON_SERVER=host:port to run this")
                .isNotNull();
        return server;
    }

    /** @param store where the log is kept, as {@code medflip.events.store} has it */
    static Map<String, String> settings(String store) {
        return Map.of(
                "medflip.axonserver.servers",
                place(),
                "medflip.axonserver.token",
                System.getenv().getOrDefault("AXON_SERVER_TOKEN", ""),
                "medflip.events.store",
                store);
    }

    /** As the composition has it by default: events are kept there. Nothing where none is named. */
    static Map<String, String> settingsIfNamed() {
        return System.getenv("AXON_SERVER") == null ? Map.of() : settings("axonserver");
    }

    /** Both have the same, byte for byte, before the log is PostgreSQL's alone, and then again; how many events. */
    static long movesBack(DatabaseAccess access) {
        long events = move(access, LogPlace.POSTGRESQL);
        assertThat(move(access, LogPlace.AXONSERVER)).isEqualTo(events);
        return events;
    }

    private static long move(DatabaseAccess access, LogPlace to) {
        MockEnvironment environment = new MockEnvironment();
        settings("axonserver").forEach(environment::setProperty);
        try (AxonLog server = AxonLog.of(environment)) {
            return new LogMove(access, server).to(to);
        }
    }
}
