package medflip.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medflip.catalog.events.SeedCatalog;
import medflip.platform.policy.PublishedPolicy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the service as the browser UI does: cookies, CSRF token, idempotency keys, and its own last position. Every
 * success must be one that the API describes.
 */
final class Browser {

    static final JsonMapper JSON = new JsonMapper();
    static final String PASSWORD = "correct horse battery";

    /** An answer, read whole. */
    record Answer(int status, java.net.http.HttpHeaders headers, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String id() {
            return json().get("id").asString();
        }

        String etag() {
            return headers.firstValue("ETag").orElseThrow();
        }

        String code() {
            return json().path("code").asString("");
        }

        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("Expected " + expected + ", got " + status + ": " + body);
            }
            return this;
        }
    }

    private static @Nullable DescribedAnswers described;

    private final URI root;
    /** The API key of another system, which is no browser then; empty for a person. */
    private final String key;

    private final CookieManager cookies;
    private final HttpClient http;
    private String email = "";
    private String userAgent = "Java";
    private String accept = "*/*";
    private long position;

    Browser(int port) {
        this(URI.create("http://127.0.0.1:" + port), "", new CookieManager());
    }

    private Browser(URI root, String key, CookieManager cookies) {
        this.root = root;
        this.key = key;
        this.cookies = cookies;
        http = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** Another system that calls the same service with a key: no cookie, no CSRF token. */
    Browser withKey(String apiKey) {
        return new Browser(root, apiKey, new CookieManager());
    }

    /** The same person in the same session, at another process of the service. */
    Browser at(int port) {
        return new Browser(URI.create("http://127.0.0.1:" + port), key, cookies);
    }

    URI root() {
        return root;
    }

    /** Asks for answers of that type from now on. */
    Browser accepting(String type) {
        accept = type;
        return this;
    }

    /** Says to be another kind of browser from now on. */
    Browser as(String agent) {
        userAgent = agent;
        return this;
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Loses a cookie, as a browser does that is closed. */
    void drop(String name) {
        List.copyOf(cookies.getCookieStore().getCookies()).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .forEach(cookie -> cookies.getCookieStore().remove(root, cookie));
    }

    /** Has a cookie that another browser was given. */
    void bring(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(root, cookie);
    }

    String email() {
        return email;
    }

    long position() {
        return position;
    }

    CookieManager cookies() {
        return cookies;
    }

    /** Opens a business of its own, and is signed in then. */
    Browser signUp(String business) {
        askSignUp(business.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "-") + "-" + UUID.randomUUID()
                + "@example.com");
        post("/api/sign-up/finish", finishSignUp(mailed("Welcome to MedFlip Profit"), business))
                .expect(201);
        // The catalog is filled by an automation, a moment after the business signed up.
        Eventually.of(
                () -> get("/api/products?size=1")
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt(),
                total -> total >= SeedCatalog.variants().size());
        return this;
    }

    /** Wants an account with that address, which is this browser's from now on. */
    Browser askSignUp(String address) {
        email = address;
        post("/api/sign-up", Map.of("email", address)).expect(204);
        return this;
    }

    /** What it takes to use the link of a sign-up. */
    static Map<String, Object> finishSignUp(String token, String business) {
        return Map.of(
                "token", token,
                "password", PASSWORD,
                "businessName", business,
                "attestsAdult", true,
                "policyVersion", PublishedPolicy.VERSION);
    }

    /** The token of the link in the newest mail about that, out of the mailbox where mails land that aren't sent. */
    String mailed(String subject) {
        return Eventually.of(
                () -> get("/api/mailbox")
                        .expect(200)
                        .json()
                        .get("mails")
                        .valueStream()
                        .filter(mail -> mail.get("to").asString().equals(email)
                                && mail.get("subject").asString().equals(subject))
                        .map(mail -> get("/api/mailbox/" + mail.get("id").asString())
                                .expect(200)
                                .json()
                                .get("text")
                                .asString()
                                .replaceAll("(?s).*#(\\S+).*", "$1"))
                        .findFirst()
                        .orElse(""),
                token -> !token.isEmpty());
    }

    Answer signIn(String address, String password) {
        return post("/api/sign-in", Map.of("email", address, "password", password));
    }

    /** Asks until the answer isn't stale: that it has seen all that this browser did. */
    Answer get(String path) {
        return Eventually.of(
                () -> glance(path),
                answer -> answer.headers().firstValue("Medflip-Stale").isEmpty());
    }

    /** Asks once, for what this browser did to be seen if it can be. */
    Answer glance(String path) {
        HttpRequest.Builder request = request(path).GET();
        if (position > 0 && path.startsWith("/api/")) {
            request.header("Medflip-Position", Long.toString(position));
        }
        return send(request);
    }

    /** The bytes behind a link, which names no position: whoever follows it waits for what it shows. */
    HttpResponse<byte[]> download(String path) {
        return send(request(path), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The bytes of a file that is fetched by a step of its own. */
    byte[] fetch(String path) {
        HttpResponse<byte[]> response = send(changing("POST", path, Map.of()), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    response.statusCode() + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    /** Something that makes something. */
    Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    Answer post(String path, Object body, String idempotencyKey) {
        return send(changing("POST", path, body).header("Idempotency-Key", idempotencyKey));
    }

    /** Something that changes the thing that was seen with {@code etag}. */
    Answer change(String method, String path, Object body, @Nullable String etag) {
        HttpRequest.Builder request = changing(method, path, body);
        return send(etag == null ? request : request.header("If-Match", etag));
    }

    Answer upload(String path, String fileName, byte[] file, String idempotencyKey) {
        String boundary = "boundary-" + UUID.randomUUID();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(request(path)
                .header("X-XSRF-TOKEN", csrf())
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofByteArray(tail))));
    }

    /** A zip file as the whole body. */
    Answer give(String path, byte[] zip) {
        return send(request(path)
                .header("X-XSRF-TOKEN", csrf())
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(zip)));
    }

    private HttpRequest.Builder changing(String method, String path, Object body) {
        return request(path)
                .header("X-XSRF-TOKEN", csrf())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .header("User-Agent", userAgent)
                .header("Accept", accept);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    String csrf() {
        if (!key.isEmpty()) {
            return "";
        }
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseGet(() -> {
                    send(request("/api/policy").GET());
                    return csrf();
                });
    }

    /** Asked of the first service alone: to describe itself takes each some seconds, and all are of the same code. */
    private static synchronized DescribedAnswers described(URI service) {
        if (described == null) {
            try (HttpClient anybody = HttpClient.newHttpClient()) {
                HttpRequest docs =
                        HttpRequest.newBuilder(service.resolve("/v3/api-docs")).build();
                described = new DescribedAnswers(JSON.readTree(
                        anybody.send(docs, HttpResponse.BodyHandlers.ofString()).body()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return described;
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        response.headers()
                .firstValueAsLong("Medflip-Position")
                .ifPresent(reached -> position = Math.max(position, reached));
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            HttpResponse<T> response = http.send(request.build(), body);
            described(root)
                    .check(response.request().method(), response.request().uri().getPath(), response.statusCode());
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
