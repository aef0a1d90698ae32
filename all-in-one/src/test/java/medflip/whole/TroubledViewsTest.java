package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import medflip.platform.database.EmbeddedDatabase;
import medflip.whole.Browser.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an operator does about views that are in trouble. It happens on a service of its own, whose views are. */
class TroubledViewsTest {

    private static final String VIEW = "customers.people";

    @SuppressWarnings("NullAway.Init") // by start()
    private static RunningService service;

    private final Browser operator = Operators.of(service);

    @BeforeAll
    static void start() {
        service = RunningService.start(List.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_paused_view_stays_as_it_is_keeps_nobody_waiting_and_goes_on_from_where_it_was() {
        Browser owner = service.browser().signUp("Paused Views");
        operator.post("/api/operator/processors/no.such/pause", Map.of("reason", "A slip"))
                .expect(404);
        operator.post("/api/operator/processors/" + VIEW + "/pause", Map.of("reason", " "))
                .expect(400);
        operator.post("/api/operator/processors/" + VIEW + "/pause", Map.of("reason", "It counts twice"))
                .expect(204);
        String person = owner.post("/api/customers", Map.of("name", "Meanwhile"))
                .expect(201)
                .id();
        assertThat(processor().get("paused").asBoolean()).isTrue();
        operator.post("/api/operator/processors/" + VIEW + "/rebuild", Map.of()).expect(404);
        long before = System.nanoTime();
        Answer stale = owner.glance("/api/customers");
        assertThat(stale.expect(200).body()).doesNotContain("Meanwhile");
        assertThat(stale.headers().firstValue("Medflip-Stale")).hasValue("true");
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .as("nobody waits for what doesn't come, as they would for two seconds")
                .isLessThan(Duration.ofSeconds(2));

        operator.post("/api/operator/processors/" + VIEW + "/resume", Map.of()).expect(204);
        Eventually.of(() -> owner.get("/api/customers/" + person).status(), status -> status == 200);
        assertThat(processor().get("paused").asBoolean()).isFalse();
        assertThat(Eventually.of(
                        () -> List.copyOf(operator.get("/api/operator/acts")
                                .expect(200)
                                .json()
                                .values()),
                        acts -> acts.stream()
                                        .filter(act -> VIEW.equals(
                                                act.path("processor").asString()))
                                        .count()
                                >= 2))
                .extracting(act -> act.get("event").asString())
                .contains("operations.ProcessorPaused", "operations.ProcessorResumed");
    }

    private JsonNode processor() {
        return operator.get("/api/operator/processors").expect(200).json().values().stream()
                .filter(processor -> processor.get("name").asString().equals(VIEW))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_dead_letter_is_skipped_with_a_reason_and_the_later_ones_of_its_stream_follow_in_order() throws SQLException {
        Browser owner = service.browser().signUp("Skipped Letters");
        try (Connection connection = service.bean(EmbeddedDatabase.class).superuser("medflip");
                Statement statement = connection.createStatement()) {
            String person = owner.post("/api/customers", Map.of("name", "Arthur"))
                    .expect(201)
                    .id();
            Answer seen = owner.get("/api/customers/" + person).expect(200);
            statement.execute("ALTER TABLE read.customer ADD CONSTRAINT no_venom CHECK (name NOT LIKE 'Venom%')");
            JsonNode letter;
            try {
                Answer renamed = owner.change("PUT", "/api/customers/" + person, Map.of("name", "Venom"), seen.etag())
                        .expect(200);
                owner.change("PUT", "/api/customers/" + person, Map.of("name", "Antidote"), renamed.etag())
                        .expect(200);
                letter = Eventually.of(
                        () -> letter(operator, person),
                        found -> found != null && found.get("behind").asInt() == 1);
                assertThat(letter.get("stream").asString()).isEqualTo("customer/" + person);
                assertThat(operator.post(
                                        "/api/operator/dead-letters/"
                                                + letter.get("id").asString() + "/retry",
                                        Map.of())
                                .expect(200)
                                .json()
                                .get("healed")
                                .asBoolean())
                        .as("the fault is still there")
                        .isFalse();
                operator.post(
                                "/api/operator/dead-letters/" + letter.get("id").asString() + "/skip",
                                Map.of("reason", "Its name is no name"))
                        .expect(204);
            } finally {
                statement.execute("ALTER TABLE read.customer DROP CONSTRAINT no_venom");
            }
            assertThat(letter(operator, person)).isNull();
            assertThat(owner.get("/api/customers/" + person)
                            .expect(200)
                            .json()
                            .get("name")
                            .asString())
                    .isEqualTo("Antidote");
            operator.post("/api/operator/dead-letters/" + letter.get("id").asString() + "/retry", Map.of())
                    .expect(404);
        }
        List<JsonNode> acts = Eventually.of(
                () -> List.copyOf(
                        owner.get("/api/operator-acts").expect(200).json().values()),
                all -> all.size() == 2);
        assertThat(acts)
                .as("P6: the business sees what was done, by whom and why")
                .extracting(act -> act.get("event").asString())
                .containsExactly("operations.DeadLetterSkipped", "operations.DeadLetterRetried");
        assertThat(acts.getFirst().get("reason").asString()).isEqualTo("Its name is no name");
        assertThat(acts.getFirst().get("actor").asString()).startsWith("operator:");
        assertThat(operator.get("/api/operator/acts").expect(200).body()).contains("Its name is no name");
    }

    static @Nullable JsonNode letter(Browser operator, String person) {
        return StreamSupport.stream(
                        operator.get("/api/operator/dead-letters")
                                .expect(200)
                                .json()
                                .spliterator(),
                        false)
                .filter(letter -> letter.get("stream").asString().equals("customer/" + person)
                        && letter.get("processor").asString().equals(VIEW))
                .findFirst()
                .orElse(null);
    }
}
