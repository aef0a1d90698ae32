package medflip.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import medflip.platform.mail.ResendAccount;
import medflip.platform.mail.SvixSignature;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resend's API on this machine, for who has no account there: the same addresses, answers, idempotency and faults, and
 * the same signed webhooks. What it takes ends in a mailbox in memory and is sent to nobody. It says of each mail that
 * it was delivered, unless something else is to become of it.
 */
public final class ResendSimulator implements AutoCloseable {

    /** What goes wrong with the next call, if anything. */
    public enum Fault {
        /** It does what it was asked, and the answer is lost. */
        ANSWER_LOST,
        /** It does what it was asked, and the connection stays open without a word, longer than anybody waits. */
        SILENT,
        /** It fails before it did anything. */
        FAILED,
        /** It has had enough for this second. */
        RATE_LIMITED,
        /** It doesn't like the mail. */
        INVALID
    }

    /** What becomes of a mail, as a webhook says it. */
    public enum Fate {
        DELIVERED("email.delivered"),
        DELAYED("email.delivery_delayed"),
        FAILED("email.failed"),
        BOUNCED("email.bounced"),
        COMPLAINED("email.complained");

        private final String type;

        Fate(String type) {
            this.type = type;
        }
    }

    /**
     * A mail that was taken.
     *
     * @param call key of the call by which it came, alone or with others
     * @param headers those that were asked for
     * @param tags what is said again in each webhook about it
     */
    public record SimulatedMail(
            UUID id,
            String call,
            Instant at,
            String from,
            String to,
            String subject,
            String text,
            String html,
            Map<String, String> headers,
            Map<String, String> tags) {}

    private static final int MOST_MAILS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SILENT_MINUTES = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API_KEY = "simulated";

    /** Two, as while a secret is rolled: it signs by both. */
    private static final List<String> SECRETS = List.of(secret("new"), secret("old"));

    private static final String BATCH = "/emails/batch";

    private record Answer(int status, Map<String, ?> body) {}

    private record Known(String payload, Answer answer) {}

    private HttpServer server;
    private final Clock clock;
    private final Supplier<String> webhook;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService posting = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("resend-simulator-post-", 0).factory());
    private final Set<String> dead = new HashSet<>();
    private final Deque<SimulatedMail> mails = new ArrayDeque<>();
    private final Map<String, Known> keys = new HashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private int calls;

    /** @param webhook where it calls, asked each time: the port is known once the service listens */
    public ResendSimulator(Clock clock, Supplier<String> webhook) {
        this.clock = clock;
        this.webhook = webhook;
        server = listen(0);
    }

    private HttpServer listen(int port) {
        HttpServer listening;
        try {
            listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listening.setExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("resend-simulator-", 0).factory()));
        listening.createContext("/emails", this::serve);
        listening.start();
        return listening;
    }

    /** Nobody listens any more: every connection is refused until {@link #comeBack}. */
    public synchronized void goDown() {
        server.stop(0);
    }

    /** Listens again, where it did before. */
    public synchronized void comeBack() {
        server = listen(server.getAddress().getPort());
    }

    /** As whom it is reached. */
    public synchronized ResendAccount account() {
        return new ResendAccount(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), API_KEY, SECRETS);
    }

    private static String secret(String which) {
        return "whsec_" + Base64.getEncoder().encodeToString(("simulated-" + which).getBytes(StandardCharsets.UTF_8));
    }

    /** From now on there is nobody at an address: mails to it bounce. */
    public synchronized void bury(String address) {
        dead.add(address);
    }

    /** There is somebody again. */
    public synchronized void revive(String address) {
        dead.remove(address);
    }

    /** Something becomes of a mail that was taken: Resend says so, by a webhook. */
    public void happen(SimulatedMail mail, Fate fate) {
        ObjectNode event = JSON.createObjectNode();
        event.put("type", fate.type);
        event.put("created_at", clock.instant().toString());
        ObjectNode data = event.putObject("data");
        data.put("email_id", mail.id().toString());
        data.put("created_at", mail.at().toString());
        data.put("from", mail.from());
        data.putArray("to").add(mail.to());
        data.put("subject", mail.subject());
        ObjectNode tags = data.putObject("tags");
        mail.tags().forEach(tags::put);
        if (fate == Fate.BOUNCED) {
            data.putObject("bounce")
                    .put("type", "Permanent")
                    .put("subType", "General")
                    .put("message", "The recipient's mail server says that there is no such mailbox.");
        }
        byte[] payload = event.toString().getBytes(StandardCharsets.UTF_8);
        String id = "msg_" + UUID.randomUUID().toString().replace("-", "");
        posting.execute(() -> {
            for (int attempt = 0; attempt < 3 && post(id, payload) != 200; attempt++) {}
        });
    }

    private int post(String id, byte[] payload) {
        String at = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(webhook.get()))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/json")
                .header("svix-id", id)
                .header("svix-timestamp", at)
                .header(
                        "svix-signature",
                        SECRETS.stream()
                                .map(secret -> SvixSignature.of(secret, id, at, payload))
                                .collect(Collectors.joining(" ")))
                .POST(HttpRequest.BodyPublishers.ofByteArray(payload))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 200;
        }
    }

    /** The newest first. */
    public synchronized List<SimulatedMail> mails() {
        return List.copyOf(mails);
    }

    /**
     * The newest mail that is meant, as soon as there is one.
     *
     * @throws IllegalStateException if there is none within {@link #PATIENCE}
     */
    synchronized SimulatedMail await(Predicate<SimulatedMail> meant) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<SimulatedMail> found = mails.stream().filter(meant).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new IllegalStateException("The mail that was awaited didn't come");
            }
            wait(left);
        }
    }

    public Optional<SimulatedMail> find(UUID id) {
        return mails().stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    /** Has the next calls go wrong, each in its way. */
    public synchronized void failNext(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** How often it was called, whatever it answered. */
    public synchronized int calls() {
        return calls;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Fault fault = nextFault();
            if (!("Bearer " + API_KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, refusal(401, "missing_api_key", "Missing API key in the authorization header."));
            } else if (!"POST".equals(exchange.getRequestMethod())) {
                send(exchange, refusal(405, "method_not_allowed", "This endpoint doesn't support this method."));
            } else {
                boolean batch = exchange.getRequestURI().getPath().equals(BATCH);
                String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
                switch (fault) {
                    case ANSWER_LOST -> take(payload, key, batch);
                    case SILENT -> {
                        take(payload, key, batch);
                        staySilent();
                    }
                    case null, default -> send(exchange, answer(payload, key, batch, fault));
                }
            }
        }
    }

    private void staySilent() {
        try {
            closed.await(SILENT_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Fault nextFault() {
        calls++;
        return faults.poll();
    }

    private Answer answer(String payload, @Nullable String key, boolean batch, @Nullable Fault fault) {
        return switch (fault) {
            case FAILED -> refusal(500, "application_error", "An unexpected error occurred.");
            case RATE_LIMITED -> refusal(429, "rate_limit_exceeded", "Too many requests.");
            case INVALID -> refusal(422, "validation_error", "Invalid `to` field.");
            case ANSWER_LOST, SILENT -> throw new IllegalStateException("has no answer");
            case null -> take(payload, key, batch);
        };
    }

    private synchronized Answer take(String payload, @Nullable String key, boolean batch) {
        Known known = key == null ? null : keys.get(key);
        if (known != null) {
            return known.payload().equals(payload)
                    ? known.answer()
                    : refusal(409, "invalid_idempotent_request", "The key was used with another payload.");
        }
        String call = key == null ? "" : key;
        JsonNode said = JSON.readTree(payload);
        Answer answer = batch
                ? takeAll(said, call)
                : new Answer(200, Map.of("id", take(said, call).toString()));
        if (key != null) {
            keys.put(key, new Known(payload, answer));
        }
        notifyAll();
        while (mails.size() > MOST_MAILS) {
            keys.remove(mails.removeLast().call());
        }
        return answer;
    }

    /** Those that it likes; of the others it says which they are. */
    private Answer takeAll(JsonNode batch, String call) {
        List<Map<String, ?>> taken = new ArrayList<>();
        List<Map<String, ?>> refused = new ArrayList<>();
        for (int place = 0; place < batch.size(); place++) {
            JsonNode mail = batch.get(place);
            if (mail.path("to").path(0).asString("").contains("@")) {
                taken.add(Map.of("id", take(mail, call).toString()));
            } else {
                refused.add(Map.of("index", place, "message", "Invalid `to` field."));
            }
        }
        return new Answer(200, Map.of("data", taken, "errors", refused));
    }

    private UUID take(JsonNode mail, String call) {
        Map<String, String> headers = new HashMap<>();
        mail.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        Map<String, String> tags = new HashMap<>();
        mail.path("tags")
                .forEach(tag ->
                        tags.put(tag.path("name").asString(), tag.path("value").asString()));
        SimulatedMail taken = new SimulatedMail(
                UUID.randomUUID(),
                call,
                clock.instant(),
                mail.path("from").asString(""),
                mail.path("to").path(0).asString(""),
                mail.path("subject").asString(""),
                mail.path("text").asString(""),
                mail.path("html").asString(""),
                Map.copyOf(headers),
                Map.copyOf(tags));
        mails.addFirst(taken);
        happen(taken, dead.contains(taken.to()) ? Fate.BOUNCED : Fate.DELIVERED);
        return taken.id();
    }

    private static Answer refusal(int status, String name, String message) {
        return new Answer(status, Map.of("statusCode", status, "name", name, "message", message));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        goDown();
        posting.shutdownNow();
        http.shutdownNow();
    }
}
