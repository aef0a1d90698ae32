package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import medflip.launcher.gateway.WebhooksGateway;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with a certificate of its own, made for this test, and behind a proxy. */
class TlsTest {

    private static final char[] STORE_PASSWORD = "only for this test".toCharArray();
    /** The machine's second address, where the proxy is. */
    private static final String FORWARDER = "127.0.0.2";

    @TempDir
    private static Path folder;

    private static String[] certificate;
    private static RunningService service;
    private static SSLContext trust;
    private static int plainPort;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        KeyStore made = makeCertificate();
        certificate = new String[] {
            "--spring.profiles.active=tls",
            "--medflip.certificate=file:"
                    + pem("CERTIFICATE", made.getCertificate("us").getEncoded()),
            "--medflip.private-key=file:"
                    + pem("PRIVATE KEY", made.getKey("us", STORE_PASSWORD).getEncoded())
        };
        plainPort = FreePort.find();
        List<String> settings = new ArrayList<>(List.of(certificate));
        settings.add("--medflip.redirect-port=" + plainPort);
        settings.add("--medflip.forwarders=" + FORWARDER);
        settings.add("--medflip.google.client-id=");
        service = RunningService.start(settings);
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("us", made.getCertificate("us"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(known);
        trust = SSLContext.getInstance("TLS");
        trust.init(null, managers.getTrustManagers(), null);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void who_comes_without_TLS_is_sent_on_and_no_program_is_served() throws Exception {
        HttpClient anybody = HttpClient.newHttpClient();
        HttpResponse<String> page = get(anybody, plain("/deals?view=board"));
        assertThat(page.statusCode()).isEqualTo(308);
        assertThat(page.headers().firstValue("Location"))
                .contains("https://localhost:" + tls("/").getPort() + "/deals?view=board");
        assertThat(get(anybody, plain("/api/policy")).statusCode()).isEqualTo(403);
        assertThat(get(anybody, plain("/actuator/health")).statusCode()).isEqualTo(200);
    }

    @Test
    void by_TLS_browsers_are_told_to_stay_there_and_cookies_are_bound_to_it() throws Exception {
        HttpResponse<String> policy = get(client("127.0.0.1"), tls("/api/policy"));
        assertThat(policy.statusCode()).isEqualTo(200);
        assertThat(policy.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
        assertThat(policy.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=31536000", "includeSubDomains");
        assertThat(signUp(client("127.0.0.1")).headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.startsWith("__Host-"))
                .allMatch(cookie -> cookie.contains("; Secure"))
                .allMatch(cookie -> cookie.contains("; SameSite=Lax"))
                .allMatch(cookie -> !cookie.contains("Domain="))
                .anyMatch(cookie -> cookie.startsWith("__Host-session") && cookie.contains("; HttpOnly"));
    }

    @Test
    void a_forwarder_that_is_configured_is_believed() throws Exception {
        HttpRequest forwarded = HttpRequest.newBuilder(plain("/api/policy"))
                .header("X-Forwarded-Proto", "https")
                .build();
        assertThat(client(FORWARDER)
                        .send(forwarded, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(client("127.0.0.1")
                        .send(forwarded, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .as("the same from anybody else")
                .isEqualTo(403);
    }

    @Test
    void the_login_history_shows_whom_a_forwarder_names_and_ignores_what_anybody_else_says() throws Exception {
        assertThat(addressesSeenOf(client(FORWARDER), "203.0.113.7")).containsExactly("203.0.113.7");
        assertThat(addressesSeenOf(client("127.0.0.1"), "203.0.113.8")).containsExactly("127.0.0.1");
    }

    @Test
    void the_gateway_where_it_runs_apart_ends_TLS_by_the_same_settings() throws Exception {
        EmbeddedDatabase database = service.bean(EmbeddedDatabase.class);
        DatabaseAccess access = database.access("medflip", "medflip_keys");
        List<String> settings = new ArrayList<>(List.of(certificate));
        settings.add("--server.port=0");
        settings.add("--management.server.port=0");
        settings.add("--medflip.data=" + service.folder());
        settings.add("--spring.datasource.url=" + access.url());
        settings.add("--medflip.database.keys-url=" + access.keysUrl());
        settings.add("--medflip.database.gateway-password=" + database.gateway().password());
        try (ConfigurableApplicationContext gateway = new SpringApplicationBuilder(WebhooksGateway.class)
                .properties("spring.config.name=webhooks-gateway")
                .run(settings.toArray(String[]::new))) {
            HttpResponse<String> forged = client("127.0.0.1")
                    .send(
                            HttpRequest.newBuilder(URI.create("https://127.0.0.1:"
                                            + gateway.getEnvironment().getRequiredProperty("local.server.port")
                                            + "/webhooks/stripe"))
                                    .POST(BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(forged.statusCode()).isEqualTo(400);
            assertThat(forged.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
        }
    }

    @Test
    void where_Google_is_not_configured_there_is_no_way_in_by_it() throws Exception {
        HttpClient browser = client("127.0.0.1");
        assertThat(get(browser, tls("/api/sign-in/google")).body()).contains("\"offered\":false");
        assertThat(post(browser, "/api/sign-in/google/ask", Map.of()).statusCode())
                .isEqualTo(404);
    }

    /** Signs up through what says to forward somebody, and looks at the history. */
    private static List<String> addressesSeenOf(HttpClient browser, String said) throws Exception {
        signUp(browser, "X-Forwarded-For", said, "Forwarded", "for=" + said);
        return Browser.JSON
                .readTree(get(browser, tls("/api/sign-ins")).body())
                .get("items")
                .findValuesAsString("address");
    }

    private static HttpResponse<String> signUp(HttpClient browser, String... headers) throws Exception {
        String address = "tls-" + UUID.randomUUID() + "@example.com";
        assertThat(post(browser, "/api/sign-up", Map.of("email", address), headers)
                        .statusCode())
                .isEqualTo(204);
        String token = new Postbox(service).token(address, "Welcome to MedFlip Profit");
        HttpResponse<String> answer =
                post(browser, "/api/sign-up/finish", Browser.finishSignUp(token, "By TLS"), headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static HttpResponse<String> post(HttpClient browser, String path, Map<String, ?> body, String... headers)
            throws Exception {
        get(browser, tls("/api/policy"));
        String csrf = ((CookieManager) browser.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("__Host-XSRF-TOKEN"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
        HttpRequest.Builder request = HttpRequest.newBuilder(tls(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrf)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(Browser.JSON.writeValueAsString(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A browser, or a proxy, at that address of this machine. */
    private static HttpClient client(String address) throws IOException {
        return HttpClient.newBuilder()
                .sslContext(trust)
                .cookieHandler(new CookieManager())
                .localAddress(InetAddress.getAllByName(address)[0])
                .build();
    }

    private static URI tls(String path) {
        return URI.create("https://127.0.0.1:"
                + service.context().getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private static URI plain(String path) {
        return URI.create("http://127.0.0.1:" + plainPort + path);
    }

    private static KeyStore makeCertificate() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("made.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "us",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(STORE_PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(store)) {
            made.load(file, STORE_PASSWORD);
        }
        return made;
    }

    private static Path pem(String what, byte[] content) throws IOException {
        return Files.writeString(
                folder.resolve(what.replace(' ', '-') + ".pem"),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(
                                what,
                                Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content),
                                what));
    }
}
