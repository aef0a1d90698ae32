package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import medflip.launcher.TwilioSimulator;
import medflip.launcher.TwilioSimulator.SimulatedText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killing the service at any moment of a campaign texts nobody twice and leaves nobody out, by what the other service
 * accepted, which goes on meanwhile.
 */
class CampaignCrashTest {

    @Test
    @Tag("soak")
    void a_campaign_killed_ten_times_texts_each_of_a_thousand_once(@TempDir Path folder) {
        eachIsTextedOnce(folder, 1_000, 10);
    }

    private static void eachIsTextedOnce(Path folder, int people, int kills) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (TwilioSimulator twilio = new TwilioSimulator(Clock.systemUTC(), 2 * people);
                ServiceProcess service = new ServiceProcess(
                        folder,
                        "--medflip.twilio.simulator=false",
                        "--medflip.twilio.base-url=" + twilio.baseUrl(),
                        // What a dead process had in hand is taken up by the next one at once, not after minutes.
                        "--medflip.outbox.lease=5s",
                        "--medflip.twilio.can-tell-after=2s",
                        "--medflip.messaging.tried-again-after=5s")) {
            service.awaitHealthy();
            Browser owner = service.browser().signUp("Crash");
            Texting.connectFromOutside(owner);
            List<String> chosen = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                String number = number(i);
                chosen.add(owner.post("/api/customers", Map.of("name", "Person " + i, "phones", List.of(number)))
                        .expect(201)
                        .id());
                String conversation = owner.post(
                                "/api/conversations",
                                Map.of(
                                        "number",
                                        number,
                                        "body",
                                        "Later",
                                        "consent",
                                        "IN_PERSON",
                                        "sendAt",
                                        Clock.systemUTC()
                                                .instant()
                                                .plusSeconds(86_400)
                                                .toString()))
                        .expect(201)
                        .id();
                assertThat(conversation).isNotEmpty();
            }
            String campaign = owner.post(
                            "/api/campaigns",
                            Map.of(
                                    "name",
                                    "Winter prices",
                                    "body",
                                    "Hi {first name}, we pay more.",
                                    "perMinute",
                                    600,
                                    "customerIds",
                                    chosen))
                    .expect(201)
                    .id();
            int killedWhileRunning = 0;
            for (int kill = 1; kill <= kills; kill++) {
                int upTo = (kill - 1) * people / kills + random.nextInt(people / kills);
                Eventually.of(() -> twilio.texts().size(), taken -> taken >= upTo);
                killedWhileRunning += twilio.texts().size() < people ? 1 : 0;
                service.kill();
                service.start();
                service.awaitHealthy();
            }
            assertThat(killedWhileRunning)
                    .as("kills in the middle, seed %d", seed)
                    .isGreaterThanOrEqualTo(kills / 2);
            Eventually.of(
                    () -> owner.get("/api/campaigns/" + campaign)
                            .expect(200)
                            .json()
                            .get("state")
                            .asString(),
                    "FINISHED"::equals);
            Eventually.of(() -> twilio.texts().size(), taken -> taken >= people);
            // Once nothing is under way any more, nothing can be sent a second time.
            Eventually.of(
                    () -> owner.get("/api/campaigns/" + campaign)
                            .expect(200)
                            .json()
                            .get("counts"),
                    counts -> counts.get("pending").asInt()
                                    + counts.get("waiting").asInt()
                            == 0);
            Map<String, Long> taken =
                    twilio.texts().stream().collect(Collectors.groupingBy(SimulatedText::to, Collectors.counting()));
            assertThat(taken.values())
                    .as("times that somebody was texted, seed %d", seed)
                    .containsOnly(1L);
            assertThat(taken).as("who was texted, seed %d", seed).hasSize(people);
        }
    }

    private static String number(int person) {
        return Texting.awake(person % 1_000);
    }
}
