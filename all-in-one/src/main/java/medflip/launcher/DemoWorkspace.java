package medflip.launcher;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import medflip.platform.policy.PublishedPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The profile {@code demo}: signs a business up and imports the sample ledger, over HTTP as a person's browser would,
 * and prints the sign-in. On a later start it finds the business there and prints the sign-in only.
 */
@Component
@Profile("demo")
class DemoWorkspace {

    private static final Logger log = LoggerFactory.getLogger(DemoWorkspace.class);
    private static final String PASSWORD = "strips pods and sensors";
    private static final int CREATED = 201;
    private static final int SIGNED_IN = 204;

    private final Environment environment;
    private final String email;
    private final JsonMapper json;
    private final @Nullable ResendSimulator simulator;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    DemoWorkspace(
            Environment environment,
            JsonMapper json,
            ObjectProvider<ResendSimulator> simulator,
            @Value("${medflip.demo.email}") String email) {
        this.environment = environment;
        this.simulator = simulator.getIfAvailable();
        this.json = json;
        this.email = email;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() throws IOException, InterruptedException {
        send(request("/api/policy").GET());
        if (post("/api/sign-in", Map.of("email", email, "password", PASSWORD)).statusCode() != SIGNED_IN) {
            signUp();
            importLedger();
        }
        log.info("The demo is at {} : sign in as {} with the password \"{}\"", root(), email, PASSWORD);
    }

    /** By the link of a mail, as everybody: it lies in the mailbox of the simulator. */
    private void signUp() throws IOException, InterruptedException {
        ResendSimulator mailbox = Objects.requireNonNull(
                simulator, "The demo reads its own mail, so it needs mails that aren't really sent: take out the key");
        post("/api/sign-up", Map.of("email", email));
        String link = mailbox.await(mail -> mail.to().equals(email)).text();
        HttpResponse<String> finished = post(
                "/api/sign-up/finish",
                Map.of(
                        "token",
                        link.replaceAll("(?s).*#(\\S+).*", "$1"),
                        "password",
                        PASSWORD,
                        "businessName",
                        "Demo Buyback",
                        "attestsAdult",
                        true,
                        "policyVersion",
                        PublishedPolicy.VERSION));
        if (finished.statusCode() != CREATED) {
            throw new IllegalStateException("The demo can't sign up: " + finished.body());
        }
    }

    private void importLedger() throws IOException, InterruptedException {
        String boundary = "demo-" + UUID.randomUUID();
        String head = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ledger.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        HttpResponse<String> upload = send(request("/api/imports")
                .header("X-XSRF-TOKEN", csrf())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(new ClassPathResource("sample/ledger.csv").getContentAsByteArray()),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.US_ASCII))));
        String id = json.readTree(upload.body()).path("id").asString();
        HttpResponse<String> start = send(changing("/api/imports/" + id + "/start", Map.of())
                .header("If-Match", upload.headers().firstValue("ETag").orElse("\"0\"")));
        if (start.statusCode() != 200) {
            throw new IllegalStateException("The demo can't import its ledger: " + start.body());
        }
    }

    private HttpResponse<String> post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(changing(path, body));
    }

    private HttpRequest.Builder changing(String path, Map<String, ?> body) {
        return request(path)
                .header("X-XSRF-TOKEN", csrf())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root() + path));
    }

    private String root() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    private String csrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The service gave no CSRF token"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
