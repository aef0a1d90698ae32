package medflip.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import medflip.platform.policy.PublishedPolicy;

/** The owner of a business of their own, signed in, who writes people into the books as the browser UI does. */
final class Client {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final int TOO_MANY_REQUESTS = 429;

    /** Keeps connections alive, and is shared: the sessions differ, as those of many users. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String POSITION = "Medflip-Position";

    private final URI root;
    private final String cookies;
    private final String csrf;
    private long position;

    /** Signs up. */
    Client(URI root) throws IOException, InterruptedException {
        this.root = root;
        CookieManager jar = new CookieManager();
        try (HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(jar)
                .build()) {
            browser.send(HttpRequest.newBuilder(root.resolve("/api/policy")).build(), BodyHandlers.discarding());
            String address = UUID.randomUUID() + "@example.com";
            browser.send(
                    changing("/api/sign-up", "{\"email\":\"%s\"}".formatted(address), jar), BodyHandlers.discarding());
            String finish = """
                    {"token":"%s","password":"correct horse battery","businessName":"Betelgeuse Buyback",
                     "attestsAdult":true,"policyVersion":"%s"}
                    """.formatted(mailedTo(address, browser), PublishedPolicy.VERSION);
            expectCreated(browser.send(changing("/api/sign-up/finish", finish, jar), BodyHandlers.ofString()));
            // What the sign-up answered belongs to the session; the token is made anew with it.
            browser.send(HttpRequest.newBuilder(root.resolve("/api/policy")).build(), BodyHandlers.discarding());
        }
        this.csrf = csrf(jar);
        this.cookies = jar.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Client(URI root, String cookies, String csrf) {
        this.root = root;
        this.cookies = cookies;
        this.csrf = csrf;
    }

    /** The same person in the same session, at another process of the service. */
    Client at(URI other) {
        return new Client(other, cookies, csrf);
    }

    private HttpRequest changing(String path, String body, CookieManager jar) {
        return post(path, body).header("X-XSRF-TOKEN", csrf(jar)).build();
    }

    /** The token of the link that was mailed, out of the mailbox where mails land that aren't really sent. */
    private String mailedTo(String address, HttpClient browser) throws IOException, InterruptedException {
        Pattern item =
                Pattern.compile("\"id\":\"([0-9a-f-]{36})\",\"at\":\"[^\"]*\",\"to\":\"" + Pattern.quote(address));
        while (true) {
            Matcher mail = item.matcher(browser.send(
                            HttpRequest.newBuilder(root.resolve("/api/mailbox")).build(), BodyHandlers.ofString())
                    .body());
            if (mail.find()) {
                return browser.send(
                                HttpRequest.newBuilder(root.resolve("/api/mailbox/" + mail.group(1)))
                                        .build(),
                                BodyHandlers.ofString())
                        .body()
                        .replaceAll(".*#([\\w-]+).*", "$1");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Makes one customer, with as much as a person usually tells. */
    void createCustomer() throws IOException, InterruptedException {
        expectCreated(tryToCreateCustomer());
    }

    /** Tries to make one; whether the service took it, or said that this is too much at once. */
    boolean triesToCreateCustomer() throws IOException, InterruptedException {
        HttpResponse<String> answer = tryToCreateCustomer();
        if (answer.statusCode() == TOO_MANY_REQUESTS) {
            return false;
        }
        expectCreated(answer);
        return true;
    }

    private HttpResponse<String> tryToCreateCustomer() throws IOException, InterruptedException {
        int number = PEOPLE.incrementAndGet();
        String person = """
                {"name":"Zaphodia Quixworthy %d","phones":["+1617%07d"],"emails":["zaphodia.%d@example.com"],
                 "address":{"line1":"77 Vogsphere Crescent","city":"Boston","region":"MA","postalCode":"02118"},
                 "leadSource":"Google","note":"mentions her brother Trillianus"}
                """.formatted(number, 2_000_000 + number % 8_000_000, number);
        return HTTP.send(
                post("/api/customers", person)
                        .header("Cookie", cookies)
                        .header("X-XSRF-TOKEN", csrf)
                        .build(),
                BodyHandlers.ofString());
    }

    /** Writes somebody down, then that they want to be erased and who they are, and orders it. */
    void orderErasure(String name, String phone) throws IOException, InterruptedException {
        String person = created("/api/customers", "{\"name\":\"%s\",\"phones\":[\"%s\"]}".formatted(name, phone));
        String request = "/api/privacy-requests/"
                + created(
                        "/api/privacy-requests",
                        "{\"kind\":\"DELETION\",\"customerId\":\"%s\",\"way\":\"IN_PERSON\"}".formatted(person));
        change(request, "/identity", "{\"check\":\"KNOWN_IN_PERSON\"}");
        change(request, "/erase", "{}");
    }

    private String created(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                signed(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        expectCreated(answer);
        seen(answer);
        return answer.body().replaceAll(".*\"id\":\"([0-9a-f-]{36})\".*", "$1");
    }

    private void change(String thing, String step, String body) throws IOException, InterruptedException {
        HttpResponse<String> seen = HTTP.send(
                HttpRequest.newBuilder(root.resolve(thing))
                        .header("Cookie", cookies)
                        .header(POSITION, Long.toString(position))
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> answer = HTTP.send(
                signed(thing + step)
                        .header("Content-Type", "application/json")
                        .header("If-Match", seen.headers().firstValue("ETag").orElseThrow())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(thing + step + " answered " + answer.statusCode());
        }
        seen(answer);
    }

    /** What is asked next shows it. */
    private void seen(HttpResponse<?> answer) {
        position = answer.headers().firstValueAsLong(POSITION).orElse(position);
    }

    /** Asks, and hands the whole answer on. */
    void get(String path, OutputStream to) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = HTTP.send(
                HttpRequest.newBuilder(root.resolve(path))
                        .header("Cookie", cookies)
                        .build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            body.transferTo(to);
        }
    }

    /** Publishes a version of the business's own list, in which all of these cost the same. */
    void publishPrices(Collection<UUID> products) throws IOException, InterruptedException {
        String lines = products.stream().map(product -> """
                        {"productId":"%s","tiers":[{"fromMonths":6,"price":{"minor":2200,"currency":"USD"}},
                         {"fromMonths":0,"price":{"minor":900,"currency":"USD"}}]}""".formatted(product)).collect(Collectors.joining(","));
        created("/api/price-lists/" + tenant() + "/versions", "{\"basedOn\":0,\"lines\":[" + lines + "]}");
    }

    /** Which business this is. */
    UUID tenant() throws IOException, InterruptedException {
        Matcher id = Pattern.compile("\"business\":\\{\"id\":\"([0-9a-f-]{36})").matcher(text("/api/session"));
        if (!id.find()) {
            throw new IllegalStateException("The session doesn't say which business it is");
        }
        return UUID.fromString(id.group(1));
    }

    /** Brings in the ledger that the service has for trying things out, and waits until all of it is there. */
    void importSampleLedger() throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        String form = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ledger.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + text("/api/samples/ledger.csv") + "\r\n--" + boundary + "--\r\n";
        HttpResponse<String> uploaded = HTTP.send(
                signed("/api/imports")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        expectCreated(uploaded);
        String address = "/api/imports/" + uploaded.body().replaceAll(".*\"id\":\"([0-9a-f-]{36})\".*", "$1");
        HTTP.send(
                signed(address + "/start")
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"0\"")
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        while (!text(address).contains("\"FINISHED\"")) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private String text(String path) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        get(path, body);
        return body.toString(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder signed(String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("Cookie", cookies)
                .header("X-XSRF-TOKEN", csrf)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
    }

    private static String csrf(CookieManager jar) {
        return jar.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static void expectCreated(HttpResponse<String> answer) {
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("Expected 201, got " + answer.statusCode() + ": " + answer.body());
        }
    }
}
