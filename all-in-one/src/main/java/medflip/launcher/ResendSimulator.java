package medflip.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import medflip.platform.mail.ResendAccount;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Resend's API on this machine, for who has no account there: the same addresses, answers, idempotency and faults. What
 * it takes ends in a mailbox in memory and is sent to nobody.
 */
public final class ResendSimulator implements AutoCloseable {

    /** What goes wrong with the next call, if anything. */
    public enum Fault {
        /** It does what it was asked, and the answer is lost. */
        ANSWER_LOST,
        /** It fails before it did anything. */
        FAILED,
        /** It has had enough for this second. */
        RATE_LIMITED,
        /** It doesn't like the mail. */
        INVALID
    }

    /** A mail that was taken. */
    public record SimulatedMail(
            UUID id,
            String idempotencyKey,
            Instant at,
            String from,
            String to,
            String subject,
            String text,
            String html) {}

    private static final int MOST_MAILS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API_KEY = "simulated";

    private record Answer(int status, Map<String, ?> body) {}

    private record Known(String payload, UUID id) {}

    private final HttpServer server;
    private final Clock clock;
    private final Deque<SimulatedMail> mails = new ArrayDeque<>();
    private final Map<String, Known> keys = new HashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private int calls;

    public ResendSimulator(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("resend-simulator-", 0).factory()));
        server.createContext("/emails", this::serve);
        server.start();
    }

    /** As whom it is reached. */
    public ResendAccount account() {
        return new ResendAccount(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), API_KEY);
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
            } else if (fault == Fault.ANSWER_LOST) {
                take(payload, exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            } else {
                send(exchange, answer(payload, exchange.getRequestHeaders().getFirst("Idempotency-Key"), fault));
            }
        }
    }

    private synchronized Fault nextFault() {
        calls++;
        return faults.poll();
    }

    private Answer answer(String payload, String key, Fault fault) {
        return switch (fault) {
            case FAILED -> refusal(500, "application_error", "An unexpected error occurred.");
            case RATE_LIMITED -> refusal(429, "rate_limit_exceeded", "Too many requests.");
            case INVALID -> refusal(422, "validation_error", "Invalid `to` field.");
            case ANSWER_LOST -> throw new IllegalStateException("has no answer");
            case null -> take(payload, key);
        };
    }

    private synchronized Answer take(String payload, String key) {
        Known known = key == null ? null : keys.get(key);
        if (known != null) {
            return known.payload().equals(payload)
                    ? new Answer(200, Map.of("id", known.id().toString()))
                    : refusal(409, "invalid_idempotent_request", "The key was used with another payload.");
        }
        JsonNode mail = JSON.readTree(payload);
        UUID id = UUID.randomUUID();
        if (key != null) {
            keys.put(key, new Known(payload, id));
        }
        mails.addFirst(new SimulatedMail(
                id,
                key == null ? "" : key,
                clock.instant(),
                mail.path("from").asString(""),
                mail.path("to").path(0).asString(""),
                mail.path("subject").asString(""),
                mail.path("text").asString(""),
                mail.path("html").asString("")));
        notifyAll();
        if (mails.size() > MOST_MAILS) {
            keys.remove(mails.removeLast().idempotencyKey());
        }
        return new Answer(200, Map.of("id", id.toString()));
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
        server.stop(0);
    }
}
