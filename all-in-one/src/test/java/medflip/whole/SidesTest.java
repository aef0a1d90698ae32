package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sides as processes of their own, two of each, with the settings and secrets of {@code docker-compose.yml}, behind
 * a router with its routes; by way of the {@link NamedAxonServer}, where one is named.
 */
class SidesTest {

    private static final int KILLS = Integer.getInteger("kills", 6);

    private static final List<String> FORBIDDEN = List.of(
            "INSERT INTO events.domain_event (sequence_number) VALUES (0)",
            "UPDATE events.domain_event SET payload = ''",
            "DELETE FROM events.domain_event",
            "SELECT events.append('{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}')",
            "SELECT * FROM write.sign_in",
            "SELECT * FROM write.twilio_account",
            "SELECT * FROM write.remembered_sign_in",
            "SELECT * FROM write.outbox",
            "SELECT * FROM write.inbox",
            "UPDATE write.file SET content = ''",
            "CREATE TABLE read.mine (id int)");

    @Test
    @Tag("soak")
    void two_of_each_side_serve_as_one_and_lose_nothing_while_any_of_them_is_killed(@TempDir Path folder)
            throws Exception {
        try (RunningSides sides = new RunningSides(folder, NamedAxonServer.settingsIfNamed())) {
            sides.start();
            assertThat(sides.gateway().status("/api/session")).isEqualTo(404);
            requireRefused(sides.database(), sides.access());

            Browser owner = sides.browser().signUp("Three Sides");
            everybodyHears(owner, sides.querySides());
            listsAreDeliveredThoughTheyAreReadElsewhere(owner);
            whoIsRememberedComesInByTheQuerySideToo(owner);
            thePastIsThereAndIsFiledCheckedAndProven(owner);
            assertThat(sides.commandSides().getFirst().managed("/actuator/prometheus"))
                    .contains("medflip_processor_lag", "medflip_dead_letters", "medflip_outbox_age");

            killAtRandom(sides.all(), owner);
        }
    }

    /** A view is filled by one of the two, and screens at either learn of it. */
    private static void everybodyHears(Browser owner, List<ServiceProcess> querySides) throws Exception {
        HttpClient http = HttpClient.newBuilder().cookieHandler(owner.cookies()).build();
        List<HttpResponse<InputStream>> streams = new ArrayList<>();
        for (ServiceProcess side : querySides) {
            streams.add(http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + side.port() + "/api/live"))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream()));
        }
        owner.post("/api/customers", Map.of("name", "Heard")).expect(201);
        for (HttpResponse<InputStream> stream : streams) {
            StringBuilder said = new StringBuilder();
            try (InputStream in = stream.body()) {
                for (int next = in.read();
                        next >= 0 && !said.toString().contains("customers.people");
                        next = in.read()) {
                    said.append((char) next);
                }
            }
            assertThat(said.toString()).contains("customers.people");
        }
    }

    private static void listsAreDeliveredThoughTheyAreReadElsewhere(Browser owner) {
        Map<String, Object> wish = new LinkedHashMap<>(
                Map.of("name", "All", "list", "/api/customers.csv", "format", "CSV", "rhythm", "DAILY", "hour", 3));
        String schedule =
                owner.post("/api/delivery-schedules", wish).expect(201).id();
        wish.put("list", "/api/customers.csv?nonsense=1");
        owner.post("/api/delivery-schedules", wish).expect(400);
        wish.put("list", "/api/session");
        owner.post("/api/delivery-schedules", wish).expect(400);
        Answer seen = owner.get("/api/delivery-schedules/" + schedule).expect(200);
        owner.change("POST", "/api/delivery-schedules/" + schedule + "/deliver", Map.of(), seen.etag());
        Eventually.of(
                () -> owner.get("/api/delivery-schedules/" + schedule + "/deliveries")
                        .expect(200)
                        .body(),
                deliveries -> deliveries.contains("READY"));
    }

    private static void thePastIsThereAndIsFiledCheckedAndProven(Browser owner) {
        String before = owner.get("/api/customers").expect(200).body();
        String position = owner.post("/api/customers", Map.of("name", "Came Later"))
                .expect(201)
                .headers()
                .firstValue("Medflip-Position")
                .orElseThrow();
        Eventually.of(
                () -> owner.get("/api/customers?asOf=" + (Long.parseLong(position) - 1)),
                answer -> answer.status() == 200 && answer.body().equals(before));
        Books.fileReport(owner, owner);
        String check = owner.post("/api/view-checks", Map.of())
                .expect(201)
                .json()
                .get("id")
                .asString();
        assertThat(Eventually.of(
                                () -> owner.get("/api/view-checks/" + check)
                                        .expect(200)
                                        .json(),
                                found -> found.get("state").asString().equals("DONE"))
                        .get("different")
                        .asLong())
                .isZero();
        assertThat(owner.get("/api/audit/inclusion?position=" + position)
                        .expect(200)
                        .json()
                        .get("position")
                        .asString())
                .isEqualTo(position);
        assertThat(owner.download("/api/audit/bundle").body()).isNotEmpty();
    }

    private static void whoIsRememberedComesInByTheQuerySideToo(Browser owner) {
        owner.post("/api/sign-in", Map.of("email", owner.email(), "password", Browser.PASSWORD, "remember", true))
                .expect(204);
        owner.drop("session");
        String back = owner.get("/api/session")
                .expect(302)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(owner.get(back).expect(303).headers().firstValue("Location")).hasValue("/api/session");
        owner.get("/api/session").expect(200);
    }

    private static void killAtRandom(List<ServiceProcess> all, Browser owner) throws InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        SteadyCallers callers = new SteadyCallers(owner);
        for (int kill = 0; kill < KILLS; kill++) {
            callers.awaitMore(1 + random.nextInt(20));
            ServiceProcess one = all.get(random.nextInt(all.size()));
            one.kill();
            one.start();
            one.awaitHealthy();
        }
        assertThat(callers.end()).as("seed %d", seed).isGreaterThan(KILLS);
        callers.requireEachOnce();
    }

    private static void requireRefused(EmbeddedDatabase database, DatabaseAccess access) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        access.url(), database.query().role(), database.query().password());
                Statement statement = connection.createStatement()) {
            for (String sql : FORBIDDEN) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }
}
