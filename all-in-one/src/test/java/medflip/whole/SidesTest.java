package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import medflip.launcher.ResendSimulator;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sides as processes of their own, two of each, with the settings and secrets of {@code docker-compose.yml}, behind
 * a router with its routes.
 */
class SidesTest {

    private static final int KILLS = Integer.getInteger("kills", 6);
    private static final int CALLERS = 4;
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(5);

    private static final Pattern CALLED = Pattern.compile("Caller\\d+-\\d+");

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
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), 0);
                ResendSimulator mails = new ResendSimulator(Clock.systemUTC(), () -> "http://127.0.0.1:9/")) {
            DatabaseAccess access = database.access("medflip", "medflip_keys");
            int front = freePort();
            Sides sides = new Sides(folder, database, access, mails, front);
            ServiceProcess first = sides.make("command-side", 1);
            ServiceProcess second = sides.make("command-side", 2);
            ServiceProcess query = sides.make("query-side", 1);
            ServiceProcess otherQuery = sides.make("query-side", 2);
            ServiceProcess gateway = sides.make("webhooks-gateway", 1);
            List<ServiceProcess> all = List.of(first, second, query, otherQuery, gateway);
            try (Router router = new Router(
                    front,
                    Map.of(
                            "command", List.of(first, second),
                            "query", List.of(query, otherQuery),
                            "gateway", List.of(gateway)),
                    which -> mailbox(mails, which))) {
                first.start();
                first.awaitHealthy();
                all.stream().skip(1).forEach(ServiceProcess::start);
                all.forEach(ServiceProcess::awaitHealthy);
                assertThat(gateway.status("/api/session")).isEqualTo(404);
                requireRefused(database, access);

                Browser owner = new Browser(front).signUp("Three Sides");
                everybodyHears(owner, query, otherQuery);
                listsAreDeliveredThoughTheyAreReadElsewhere(owner);
                whoIsRememberedComesInByTheQuerySideToo(owner);
                assertThat(first.managed("/actuator/prometheus"))
                        .contains("medflip_processor_lag", "medflip_dead_letters", "medflip_outbox_age");

                Set<String> acknowledged = ConcurrentHashMap.newKeySet();
                killAtRandom(all, owner, acknowledged);
                everythingIsThereOnce(owner, acknowledged);
            } finally {
                all.forEach(ServiceProcess::close);
            }
        }
    }

    /** A view is filled by one of the two, and screens at either learn of it. */
    private static void everybodyHears(Browser owner, ServiceProcess... querySides) throws Exception {
        HttpClient http = HttpClient.newBuilder().cookieHandler(owner.cookies()).build();
        List<HttpResponse<InputStream>> streams = new ArrayList<>();
        for (ServiceProcess side : querySides) {
            streams.add(http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + side.port() + "/api/live"))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream()));
        }
        owner.post("/api/customers", person("Heard")).expect(201);
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

    private static void killAtRandom(List<ServiceProcess> all, Browser owner, Set<String> acknowledged)
            throws InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(CALLERS);
        for (int caller = 0; caller < CALLERS; caller++) {
            String name = "Caller" + caller;
            Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; !enough.get(); i++) {
                        untilAcknowledged(owner, name + "-" + i);
                        acknowledged.add(name + "-" + i);
                    }
                } finally {
                    ended.countDown();
                }
            });
        }
        for (int kill = 0; kill < KILLS; kill++) {
            int before = acknowledged.size();
            Eventually.of(acknowledged::size, size -> size >= before + 1 + random.nextInt(20));
            ServiceProcess one = all.get(random.nextInt(all.size()));
            one.kill();
            one.start();
            one.awaitHealthy();
        }
        enough.set(true);
        ended.await();
        assertThat(acknowledged).as("seed %d", seed).hasSizeGreaterThan(KILLS);
    }

    /** As a browser does: the same wish under the same key, until somebody says that it is done. */
    private static void untilAcknowledged(Browser owner, String name) {
        String key = UUID.randomUUID().toString();
        Eventually.of(
                () -> {
                    try {
                        return owner.post("/api/customers", person(name), key);
                    } catch (java.io.UncheckedIOException brokenOff) {
                        return new Answer(0, java.net.http.HttpHeaders.of(Map.of(), (a, b) -> true), "");
                    }
                },
                answer -> {
                    if (answer.status() >= 400 && answer.status() < 500) {
                        throw new AssertionError(answer.status() + " " + answer.body());
                    }
                    return answer.status() == 201 || answer.status() == 200;
                });
    }

    private static void everythingIsThereOnce(Browser owner, Set<String> acknowledged) {
        long begun = System.nanoTime();
        List<String> names = Eventually.of(
                () -> CALLED.matcher(
                                new String(owner.download("/api/customers.csv").body(), StandardCharsets.UTF_8))
                        .results()
                        .map(MatchResult::group)
                        .toList(),
                seen -> seen.containsAll(acknowledged)
                        || Duration.ofNanos(System.nanoTime() - begun).compareTo(CAUGHT_UP_WITHIN) > 0);
        assertThat(names).as("each once, seen within 5 s").containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    private static Map<String, Object> person(String name) {
        return Map.of("name", name);
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

    /** As the mailbox of the one process: all mails, or the one whose id stands behind the slash. */
    private static String mailbox(ResendSimulator mails, String which) {
        List<Map<String, Object>> shown = mails.mails().stream()
                .filter(mail -> which.isEmpty() || which.endsWith(mail.id().toString()))
                .map(mail -> Map.<String, Object>of(
                        "id", mail.id(), "to", mail.to(), "subject", mail.subject(), "text", mail.text()))
                .toList();
        return Browser.JSON.writeValueAsString(
                which.isEmpty() ? Map.of("open", true, "mails", shown) : shown.getFirst());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
