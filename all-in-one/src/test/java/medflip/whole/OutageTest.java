package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.eventstore.LogMarker;
import medflip.platform.eventstore.LogServer;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps the data is away for a while: people are told to try again, and what they wish is done once. */
class OutageTest {

    private static final String UNAVAILABLE = "request.unavailable";
    private static final String OUTCOME_UNKNOWN = "request.outcome-unknown";

    @Test
    void without_its_database_it_says_so_and_goes_on_once_that_is_back(@TempDir Path folder) {
        int port = FreePort.find();
        EmbeddedDatabase stopped = EmbeddedDatabase.start(folder, port);
        DatabaseAccess access = stopped.access("medflip", "medflip_keys");
        RunningService service = RunningService.start(RunningService.settings(access));
        EmbeddedDatabase back = null;
        try {
            Browser owner = service.browser().signUp("Outage");
            stopped.close();

            requireAway(owner.get("/api/customers"), UNAVAILABLE);
            String key = UUID.randomUUID().toString();
            // It may have been cut off before anything was asked of the database, or while it was.
            requireAway(owner.post("/api/customers", Map.of("name", "Once"), key), UNAVAILABLE, OUTCOME_UNKNOWN);
            requireAway(service.browser().post("/api/sign-in", signIn(owner)), UNAVAILABLE, OUTCOME_UNKNOWN);
            assertThat(service.browser().get("/api/nothing-here").status())
                    .as("what needs no database is answered")
                    .isEqualTo(401);

            back = EmbeddedDatabase.start(folder, port);
            Eventually.of(
                    () -> owner.post("/api/customers", Map.of("name", "Once"), key), answer -> answer.status() == 201);
            requireOnce(owner);
        } finally {
            service.close();
            Objects.requireNonNullElse(back, stopped).close();
        }
    }

    @Test
    void without_the_server_that_keeps_the_log_nothing_is_stored_and_what_is_asked_is_answered() {
        try (RunningService service =
                RunningService.start(List.of("--medflip.events.store=axonserver"), StandIn.class)) {
            Server server = service.bean(Server.class);
            Browser owner = service.browser().signUp("Log Away");
            String key = UUID.randomUUID().toString();

            server.then = Then.BE_AWAY;
            requireAway(owner.post("/api/customers", Map.of("name", "Once"), key), UNAVAILABLE);
            assertThat(owner.get("/api/customers").expect(200).body()).doesNotContain("Once");

            server.then = Then.STORE_AND_FALL_SILENT;
            requireAway(owner.post("/api/customers", Map.of("name", "Once"), key), OUTCOME_UNKNOWN);

            server.then = Then.ANSWER;
            owner.post("/api/customers", Map.of("name", "Once"), key).expect(201);
            requireOnce(owner);
        }
    }

    private static Map<String, ?> signIn(Browser owner) {
        return Map.of("email", owner.email(), "password", Browser.PASSWORD);
    }

    private static void requireAway(Answer answer, String... codes) {
        answer.expect(503);
        assertThat(answer.code()).isIn((Object[]) codes);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(2);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).doesNotContain("SQL", "Exception", "jdbc");
    }

    private static void requireOnce(Browser owner) {
        assertThat(owner.get("/api/customers").expect(200).json().findValuesAsString("name"))
                .filteredOn("Once"::equals)
                .hasSize(1);
    }

    private enum Then {
        ANSWER,
        BE_AWAY,
        STORE_AND_FALL_SILENT
    }

    /** It keeps the log in memory, and is away when it is told so. */
    static final class Server implements LogServer {

        private final List<Group> groups = new ArrayList<>();
        private volatile Then then = Then.ANSWER;

        @Override
        public void requireReachable() {
            if (then == Then.BE_AWAY) {
                throw new Unreachable(null);
            }
        }

        @Override
        public synchronized LogMarker last() {
            requireReachable();
            return groups.isEmpty() ? LogMarker.NONE : groups.getLast().marker();
        }

        @Override
        public synchronized void append(Group group) {
            requireReachable();
            if (group.marker().number() != groups.size()) {
                throw new Refused(new IllegalStateException("It has that number"));
            }
            groups.add(group);
            if (then == Then.STORE_AND_FALL_SILENT) {
                throw new Lost(new IllegalStateException("Silent"));
            }
        }

        @Override
        public synchronized void read(LogMarker after, LogMarker last, Reader reader) throws SQLException {
            for (Group group : groups.subList((int) after.number() + 1, (int) last.number() + 1)) {
                reader.next(group);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class StandIn {
        @Bean
        Server standIn() {
            return new Server();
        }
    }
}
