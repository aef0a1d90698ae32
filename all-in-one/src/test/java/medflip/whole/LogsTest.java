package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/**
 * Values that stand nowhere else go every way into the service, right ways and wrong ones, while it says more than it
 * ever does in use: none of them may be in its log.
 */
@Isolated("It hears all that is logged, and would hear others")
class LogsTest {

    private static final String SECRET = "canary-of-a-secret-5f1c77";
    private static final String TYPED = "Canarius Typed-Wrongly";

    private final RunningService service = RunningService.shared();

    /** All that is logged, with the stack traces, as it would be written. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                    + trace);
        }
    }

    @Test
    void P5_no_secret_and_no_personal_value_is_logged_whatever_way_it_comes_in() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("medflip");
        Level usual = root.getLevel();
        Lines log = new Lines();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        ours.setLevel(Level.DEBUG);
        List<String> canaries = new ArrayList<>(Books.PERSONAL);
        try {
            Books books = Books.open(service);
            Browser owner = books.owner();
            canaries.addAll(List.of(owner.email(), Browser.PASSWORD, SECRET, TYPED));
            canaries.add(owner.cookie("session").orElseThrow());
            canaries.add(owner.csrf());
            canaries.add(ApiKeysTest.make(owner, "READ").json().get("key").asString());
            comeWrongly(owner);
            askWrongly(owner);
            ((Logger) LoggerFactory.getLogger("medflip.logs")).info("the last line");
        } finally {
            root.detachAppender(log);
            root.setLevel(usual);
            ours.setLevel(null);
        }
        assertThat(log.lines).as("the log was heard").anyMatch(line -> line.contains("the last line"));
        assertThat(log.lines).as("it says who was refused what").anyMatch(line -> line.contains("AccessRules"));
        assertThat(log.lines).noneMatch(line -> canaries.stream().anyMatch(line::contains));
    }

    /** By passwords, links and keys that aren't any. */
    private void comeWrongly(Browser owner) {
        Browser stranger = service.browser();
        stranger.signIn(owner.email(), SECRET).expect(401);
        stranger.signIn(SECRET + "@example.com", SECRET).expect(401);
        stranger.post("/api/password-reset", Map.of("email", owner.email())).expect(204);
        stranger.post("/api/password-reset/use", Map.of("token", SECRET, "password", Browser.PASSWORD + "!"))
                .expect(404);
        stranger.post("/api/sign-up/finish", Browser.finishSignUp(SECRET, TYPED))
                .expect(404);
        stranger.bring("session", SECRET);
        stranger.get("/api/session").expect(401);
        owner.withKey("mfp_" + SECRET).get("/api/customers").expect(401);
        owner.post(
                        "/api/twilio-connection",
                        Map.of(
                                "accountSid",
                                "AC" + "0".repeat(32),
                                "authToken",
                                SECRET,
                                "number",
                                Books.PHONE,
                                "introduction",
                                TYPED))
                .expect(400);
        Browser auditor = Members.join(service, owner, "AUDITOR");
        auditor.post("/api/customers", Map.of("name", TYPED)).expect(403);
    }

    /** By what is malformed, of the wrong kind, too long, forged or not there. */
    private void askWrongly(Browser owner) throws Exception {
        String typed = URLEncoder.encode(TYPED, StandardCharsets.UTF_8);
        owner.get("/api/customers?search=" + typed).expect(200);
        for (String path :
                List.of("/api/deals?state=", "/api/customers/", "/api/reports/", "/api/lots?expiringWithin=")) {
            assertThat(owner.get(path + typed).status()).as(path).isBetween(400, 404);
        }
        for (Map<String, ?> body : List.of(
                Map.of("name", TYPED, "unknown", TYPED),
                Map.of("name", List.of(TYPED), "emails", TYPED),
                Map.of("name", TYPED.repeat(1_000)),
                Map.of("name", TYPED, "phones", List.of(TYPED)))) {
            owner.post("/api/customers", body).expect(400);
        }
        byte[] file = TYPED.getBytes(StandardCharsets.UTF_8);
        for (String path : List.of("/api/files", "/api/imports")) {
            owner.upload(path, TYPED + ".pdf", file, UUID.randomUUID().toString());
        }
        send(owner, "/api/customers", "application/json", "{\"name\": \"" + TYPED);
        send(owner, "/webhooks/twilio/" + SECRET + "/messages", "application/x-www-form-urlencoded", "Body=" + typed);
    }

    private static void send(Browser owner, String path, String type, String body) throws Exception {
        HttpClient http = HttpClient.newBuilder().cookieHandler(owner.cookies()).build();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(owner.root().resolve(path))
                        .header("Content-Type", type)
                        .header("X-XSRF-TOKEN", owner.csrf())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("User-Agent", TYPED)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isBetween(400, 499);
    }
}
