package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import medflip.platform.database.EmbeddedDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.util.FileSystemUtils;

/**
 * Policy promise P8, when the service is killed at any moment of erasures: nobody is certified of whom anything can be
 * read, and in the end everybody is, once.
 */
@Execution(ExecutionMode.CONCURRENT)
class ErasureKillTest {

    private static final int ERASED_AT_ONCE = 12;

    /** So many questions take about as long as the erasures. */
    private static final int MOST_QUESTIONS = 200;

    @Test
    @Tag("soak")
    void P8_a_service_that_is_killed_while_it_erases_certifies_nobody_too_early_and_everybody_once(@TempDir Path folder)
            throws SQLException {
        int kills = Integer.getInteger("kills", 10);
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Path data = folder.resolve("data");
        assertThat(data.toFile().mkdir()).isTrue();
        Map<String, String> names = new LinkedHashMap<>();
        int amidst = 0;
        String stays;
        String email;
        try (ServiceProcess service = new ServiceProcess(data)) {
            service.awaitHealthy();
            Browser owner = service.browser().signUp("Killed");
            email = owner.email();
            stays = owner.post("/api/customers", Map.of("name", "Otto Stays"))
                    .expect(201)
                    .id();
            for (int kill = 1; kill <= kills; kill++) {
                for (int person = 0; person < ERASED_AT_ONCE; person++) {
                    String name = "Erasmus%03d Killed".formatted(names.size());
                    names.put(ordered(owner, name, "+1617555%04d".formatted(1_000 + names.size())), name);
                }
                // As good a clock as any, and the service is asked meanwhile.
                for (int question = random.nextInt(MOST_QUESTIONS); question > 0; question--) {
                    owner.get("/api/customers/" + stays).expect(200);
                }
                service.kill();
                try (EmbeddedDatabase left = EmbeddedDatabase.start(data, 0)) {
                    amidst +=
                            count(left, "SELECT count(*) FROM write.erasure WHERE step NOT IN ('PREPARE', 'DONE')") > 0
                                    ? 1
                                    : 0;
                    nothingIsReadOfTheCertified(left, names, seed);
                }
                service.start();
                service.awaitHealthy();
            }
            for (String request : names.keySet()) {
                Eventually.of(
                        () -> owner.get(request)
                                .expect(200)
                                .json()
                                .get("certified")
                                .asBoolean(),
                        is -> is);
            }
            assertThat(service.log()).as("P5: in the log").doesNotContain("Erasmus", email);
        }
        assertThat(amidst).as("kills in the midst, seed %d", seed).isGreaterThanOrEqualTo(kills / 3);
        try (RunningService after = RunningService.start(data, List.of())) {
            EmbeddedDatabase database = after.bean(EmbeddedDatabase.class);
            assertThat(certified(database)).as("each once, seed %d", seed).hasSize(names.size());
            assertThat(count(database, "SELECT count(*) FROM write.erasure WHERE prepared IS NOT NULL"))
                    .isZero();
            assertThat(Everywhere.saying(database, List.of("Erasmus", "erasmus")))
                    .as("readable anywhere, seed %d", seed)
                    .isEmpty();
            Browser owner = after.browser();
            owner.signIn(email, Browser.PASSWORD).expect(204);
            assertThat(owner.get("/api/customers/" + stays).expect(200).body()).contains("Otto Stays");
            ReplayTest.rebuildAndCompare(after);
        } finally {
            FileSystemUtils.deleteRecursively(data.toFile());
        }
    }

    private static String ordered(Browser owner, String name, String phone) {
        String person = owner.post("/api/customers", Map.of("name", name, "phones", List.of(phone)))
                .expect(201)
                .id();
        return Books.orderErasure(owner, person);
    }

    /** By the files that the dead service left. */
    private static void nothingIsReadOfTheCertified(EmbeddedDatabase left, Map<String, String> names, long seed)
            throws SQLException {
        List<String> certified = certified(left).stream()
                .map(request -> names.get("/api/privacy-requests/" + request))
                .toList();
        if (!certified.isEmpty()) {
            assertThat(Everywhere.saying(left, certified))
                    .as("of those that are certified, seed %d", seed)
                    .isEmpty();
        }
    }

    /** Which requests are, as often as they are. */
    private static List<String> certified(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = database.superuser("medflip");
                var statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT right(aggregate_identifier, 36) FROM events.domain_event"
                                + " WHERE payload_type = 'privacy.ErasureCertified'")) {
            List<String> requests = new ArrayList<>();
            while (found.next()) {
                requests.add(found.getString(1));
            }
            return requests;
        }
    }

    private static long count(EmbeddedDatabase database, String question) throws SQLException {
        try (Connection connection = database.superuser("medflip");
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
