package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Killing the service at any moment loses nothing that was acknowledged and doubles nothing. */
class CrashTest {

    /** Long enough that it isn't through before the last kill. Equal rows are rows too. */
    private static String ledger(int copies) {
        String rows =
                LedgerTest.LEDGER.substring(LedgerTest.LEDGER.indexOf('\n') + 1).strip();
        return LedgerTest.LEDGER.strip() + ("\n" + rows).repeat(copies - 1) + "\n";
    }

    @Test
    void an_import_killed_twice_ends_with_every_row_exactly_once(@TempDir Path folder) {
        everyRowIsThereOnce(folder, ledger(1), 2);
    }

    @Test
    @Tag("soak")
    void an_import_killed_ten_times_ends_with_every_row_exactly_once(@TempDir Path folder) {
        everyRowIsThereOnce(folder, ledger(2), 10);
    }

    private static void everyRowIsThereOnce(Path folder, String ledger, int kills) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (ServiceProcess service = new ServiceProcess(folder)) {
            service.awaitHealthy();
            Browser owner = service.browser().signUp("Crash");
            String id = owner.upload(
                            "/api/imports",
                            "ledger.csv",
                            ledger.getBytes(StandardCharsets.UTF_8),
                            UUID.randomUUID().toString())
                    .expect(201)
                    .id();
            Answer preview = owner.get("/api/imports/" + id).expect(200);
            int goodRows = preview.json().get("goodRows").asInt();
            owner.change("POST", "/api/imports/" + id + "/start", Map.of(), preview.etag())
                    .expect(200);
            int killedWhileRunning = 0;
            int done = 0;
            for (int kill = 0; kill < kills; kill++) {
                // Let it get a little further each time, to a random row, then pull the plug.
                int upTo = done + 1 + random.nextInt(100);
                JsonNode seen = Eventually.of(
                        () -> owner.get("/api/imports/" + id).expect(200).json(),
                        run -> run.get("counts").get("done").asInt() >= upTo
                                || run.get("state").asString().equals("FINISHED"));
                done = seen.get("counts").get("done").asInt();
                killedWhileRunning += seen.get("state").asString().equals("RUNNING") ? 1 : 0;
                service.kill();
                service.start();
                service.awaitHealthy();
            }
            assertThat(killedWhileRunning)
                    .as("kills in the middle, seed %d", seed)
                    .isGreaterThanOrEqualTo(kills / 2);
            Eventually.of(
                    () -> owner.get("/api/imports/" + id)
                            .expect(200)
                            .json()
                            .get("state")
                            .asString(),
                    "FINISHED"::equals);
            LedgerTest.assertBooks(owner, ledger, goodRows);
            assertThat(service.log())
                    .as("P5: no log line holds a person's name, address or number")
                    .doesNotContain("Tammy Davis", "tammy.davis", "6175550155", owner.email());
        }
    }
}
