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
import java.util.UUID;
import medflip.platform.policy.PublishedPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final int CONFLICT = 409;

    private final Environment environment;
    private final String email;
    private final JsonMapper json;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    DemoWorkspace(Environment environment, JsonMapper json, @Value("${medflip.demo.email}") String email) {
        this.environment = environment;
        this.json = json;
        this.email = email;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() throws IOException, InterruptedException {
        send(request("/api/policy").GET());
        HttpResponse<String> signUp = post(
                "/api/sign-up",
                Map.of(
                        "email",
                        email,
                        "password",
                        PASSWORD,
                        "businessName",
                        "Demo Buyback",
                        "attestsAdult",
                        true,
                        "policyVersion",
                        PublishedPolicy.VERSION));
        if (signUp.statusCode() == CREATED) {
            importLedger();
        } else if (signUp.statusCode() != CONFLICT) {
            throw new IllegalStateException("The demo can't sign up: " + signUp.body());
        }
        log.info("The demo is at {} : sign in as {} with the password \"{}\"", root(), email, PASSWORD);
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
