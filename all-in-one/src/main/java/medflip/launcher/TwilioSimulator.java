package medflip.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import medflip.platform.twilio.SimulatedTwilio;
import medflip.platform.twilio.TwilioAccount;
import tools.jackson.databind.json.JsonMapper;

/**
 * Twilio's API on this machine, for who has no account there: the same addresses, answers, signatures, callbacks, error
 * codes and faults. What it takes reaches no phone. It makes up an account for each business, always the same.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Messages resource</a>
 */
public final class TwilioSimulator implements AutoCloseable {

    /** What goes wrong with the next text, if anything. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** It is taken, and the answer is lost: the connection ends. */
        ANSWER_LOST,
        /** It is taken, and the connection stays open without a word, longer than anybody waits. */
        SILENT,
        /** It is taken, and its notices come before the answer. */
        LATE,
        /** It is taken, and each of its notices comes twice, the last first. */
        REPEATED,
        /** It isn't taken. */
        FAILED,
        /** Too many a second. */
        RATE_LIMITED,
        /** The account's owner closed it, or has another token now. */
        UNAUTHORIZED
    }

    /** A text that was taken; of each picture that it took along, the SHA-256 in hex. */
    public record SimulatedText(
            String sid,
            String account,
            Instant at,
            String from,
            String to,
            String body,
            String statusCallback,
            List<String> pictures) {}

    /** What came along with a text from a phone, and how often it was fetched. */
    private record Media(String account, String message, String type, byte[] content, AtomicInteger fetched) {}

    private static final int MOST_TEXTS = 5_000;
    /** Longer than anybody waits. */
    private static final int SILENT_MINUTES = 2;

    private static final int ANY_PORT = 0;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/2010-04-01/Accounts/";
    private static final String SERVICES = "/v1/Services/";
    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);

    private record Answer(int status, Map<String, ?> body) {}

    private final Clock clock;
    private final int mostTexts;
    private HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    /** One thread: a text's callbacks go out in order, unless they are told not to. */
    private final ExecutorService callbacks = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("twilio-simulator-callback-", 0).factory());

    private final Deque<SimulatedText> texts = new ArrayDeque<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<String, Media> media = new ConcurrentHashMap<>();

    /** Where each account wants to hear of what people write. */
    private final Map<String, String> webhooks = new ConcurrentHashMap<>();

    private final Map<String, Integer> failures = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean callsBack = true;

    TwilioSimulator(Clock clock) {
        this(clock, MOST_TEXTS);
    }

    /**
     * One that a service reaches by {@code medflip.twilio.base-url}, as it would reach Twilio.
     *
     * @param mostTexts how many it remembers
     */
    public TwilioSimulator(Clock clock, int mostTexts) {
        this.clock = clock;
        this.mostTexts = mostTexts;
        this.server = listen(ANY_PORT);
    }

    private HttpServer listen(int port) {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            listening.setExecutor(Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("twilio-simulator-", 0).factory()));
            listening.createContext(API, this::serve);
            listening.createContext(SERVICES, this::serveService);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Nobody listens any more: every connection is refused until {@link #comeBack}. */
    public synchronized void goDown() {
        server.stop(0);
    }

    /** Listens again, where it did before. */
    public synchronized void comeBack() {
        server = listen(server.getAddress().getPort());
    }

    SimulatedTwilio asTwilio() {
        return new SimulatedTwilio(baseUrl(), TwilioSimulator::knows);
    }

    /** The account that a business can connect to try texting. */
    public static TwilioAccount account(TenantId tenant) {
        String digits = HexFormat.of().formatHex(sha256("account/" + tenant));
        String sid = "AC51" + digits.substring(0, 24) + check(digits.substring(0, 24));
        long number = Long.parseLong(digits.substring(30, 40), 16) % 10_000;
        return new TwilioAccount(sid, token(sid), "+1202555%04d".formatted(number));
    }

    /** Whether it made this account up: its SID ends with a checksum that no real one has but by chance. */
    static boolean knows(String sid) {
        return sid.matches("AC51[0-9a-f]{30}") && sid.endsWith(check(sid.substring(4, 28)));
    }

    private static String check(String digits) {
        return HexFormat.of().formatHex(sha256("check/" + digits)).substring(0, 6);
    }

    private static String token(String sid) {
        return HexFormat.of().formatHex(sha256("token/" + sid)).substring(0, 32);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest first. */
    public synchronized List<SimulatedText> texts() {
        return List.copyOf(texts);
    }

    /** Has the next calls go wrong, each in its way. */
    public synchronized void failNext(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Has an account's next text end undelivered, with this code of Twilio's. */
    public synchronized void failDelivery(String account, int errorCode) {
        failures.put(account, errorCode);
    }

    /** Whether it tells what becomes of texts. */
    public synchronized void callBack(boolean yes) {
        callsBack = yes;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String[] path =
                    exchange.getRequestURI().getPath().substring(API.length()).split("/", -1);
            String sid = path[0].replace(".json", "");
            if (!isAuthorized(exchange, sid)) {
                send(exchange, refusal(401, 20003, "Authenticate"));
            } else if (path.length > 1 && path[1].startsWith("IncomingPhoneNumbers")) {
                send(exchange, numbers(exchange, path, sid, payload));
            } else if (path.length == 2 && path[1].equals("Messages.json")) {
                messages(exchange, sid, payload);
            } else if (path.length == 3 && path[1].equals("Messages") && isDeletion(exchange)) {
                delete(exchange, () -> removeText(sid, path[2].replace(".json", "")));
            } else if (path.length == 4 && path[3].equals("Media.json")) {
                send(exchange, mediaOf(sid, path[2]));
            } else if (path.length == 5 && path[3].equals("Media") && isDeletion(exchange)) {
                delete(exchange, () -> removeMedia(sid, path[4].replace(".json", "")));
            } else if (path.length == 5 && path[3].equals("Media")) {
                media(exchange, sid, path[4]);
            } else {
                send(exchange, refusal(404, 20404, "The requested resource was not found"));
            }
        }
    }

    private static boolean isDeletion(HttpExchange exchange) {
        return "DELETE".equals(exchange.getRequestMethod());
    }

    private void delete(HttpExchange exchange, BooleanSupplier removal) throws IOException {
        Fault fault = nextFault();
        if (fault == Fault.FAILED) {
            send(exchange, refusal(500, 20500, "Internal server error"));
        } else if (removal.getAsBoolean()) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            send(exchange, refusal(404, 20404, "The requested resource was not found"));
        }
    }

    private synchronized boolean removeText(String account, String sid) {
        return texts.removeIf(
                text -> text.account().equals(account) && text.sid().equals(sid));
    }

    private boolean removeMedia(String account, String sid) {
        Media found = media.get(sid);
        return found != null && found.account().equals(account) && media.remove(sid, found);
    }

    private Answer mediaOf(String account, String message) {
        List<Map<String, String>> found = media.entrySet().stream()
                .filter(one -> one.getValue().account().equals(account)
                        && one.getValue().message().equals(message))
                .map(one -> Map.of("sid", one.getKey(), "account_sid", account, "parent_sid", message))
                .toList();
        return new Answer(200, Map.of("media_list", found, "page", 0, "page_size", 50));
    }

    private void media(HttpExchange exchange, String account, String sid) throws IOException {
        Media found = media.get(sid);
        if (found == null || !found.account().equals(account)) {
            send(exchange, refusal(404, 20404, "The requested resource was not found"));
            return;
        }
        found.fetched().incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", found.type());
        exchange.sendResponseHeaders(200, found.content().length);
        exchange.getResponseBody().write(found.content());
    }

    /** How often what came along with texts to this account was fetched. */
    public int fetched(String account) {
        return media.values().stream()
                .filter(one -> one.account().equals(account))
                .mapToInt(one -> one.fetched().get())
                .sum();
    }

    /** Each account has one messaging service. */
    public static String service(TwilioAccount account) {
        return "MG" + account.sid().substring(2);
    }

    private void serveService(HttpExchange exchange) throws IOException {
        try (exchange) {
            String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String service = exchange.getRequestURI().getPath().substring(SERVICES.length());
            String account = accountOf(exchange);
            if (!isAuthorized(exchange, account)) {
                send(exchange, refusal(401, 20003, "Authenticate"));
            } else if (!service.equals("MG" + account.substring(2))) {
                send(exchange, refusal(404, 20404, "The requested resource was not found"));
            } else {
                String webhook = FormFields.of(payload).get("InboundRequestUrl");
                if (webhook != null) {
                    webhooks.put(account, webhook);
                }
                send(exchange, new Answer(200, Map.of("sid", service, "account_sid", account)));
            }
        }
    }

    /** Who asks, where the address doesn't say it. */
    private static String accountOf(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null || !header.startsWith("Basic ")
                ? ""
                : new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8).split(":", 2)[0];
    }

    private static boolean isAuthorized(HttpExchange exchange, String sid) {
        String expected = "Basic "
                + Base64.getEncoder().encodeToString((sid + ":" + token(sid)).getBytes(StandardCharsets.UTF_8));
        return knows(sid) && expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private Answer numbers(HttpExchange exchange, String[] path, String sid, String payload) {
        Map<String, String> number = Map.of("sid", "PN" + sid.substring(2), "account_sid", sid);
        if (path.length == 3) {
            String webhook = FormFields.of(payload).get("SmsUrl");
            if (webhook != null) {
                webhooks.put(sid, webhook);
            }
            return new Answer(200, number);
        }
        String asked = FormFields.of(exchange.getRequestURI().getRawQuery()).getOrDefault("PhoneNumber", "");
        boolean its = asked.startsWith("+1202555");
        return new Answer(
                200, Map.of("incoming_phone_numbers", its ? List.of(number) : List.of(), "page", 0, "page_size", 50));
    }

    private void messages(HttpExchange exchange, String account, String payload) throws IOException {
        if ("GET".equals(exchange.getRequestMethod())) {
            Map<String, String> asked = FormFields.of(exchange.getRequestURI().getRawQuery());
            send(
                    exchange,
                    new Answer(
                            200,
                            Map.of(
                                    "messages",
                                    texts().stream()
                                            .filter(text -> text.account().equals(account))
                                            .filter(text -> !asked.containsKey("To")
                                                    || text.to().equals(asked.get("To")))
                                            .filter(text -> !asked.containsKey("From")
                                                    || text.from().equals(asked.get("From")))
                                            .map(text -> resource(text, "sent"))
                                            .toList(),
                                    "page",
                                    0,
                                    "page_size",
                                    50)));
            return;
        }
        Fault fault = nextFault();
        Map<String, String> form = FormFields.of(payload);
        if (fault == Fault.FAILED) {
            send(exchange, refusal(500, 20500, "Internal server error"));
        } else if (fault == Fault.RATE_LIMITED) {
            send(exchange, refusal(429, 20429, "Too many requests"));
        } else if (fault == Fault.UNAUTHORIZED) {
            send(exchange, refusal(401, 20003, "Authenticate"));
        } else if (!form.getOrDefault("To", "").matches("\\+[1-9]\\d{6,14}")) {
            send(exchange, refusal(400, 21211, "Invalid 'To' phone number"));
        } else {
            SimulatedText text = take(account, form, fetchAll(payload));
            Answer taken = new Answer(201, resource(text, "queued"));
            Runnable notices = notices(text, fault == Fault.REPEATED);
            switch (fault) {
                case ANSWER_LOST -> callbacks.execute(notices);
                case SILENT -> {
                    callbacks.execute(notices);
                    staySilent();
                }
                case LATE -> {
                    notices.run();
                    send(exchange, taken);
                }
                default -> {
                    send(exchange, taken);
                    callbacks.execute(notices);
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

    /** Twilio fetches a text's pictures at once, from where it is told. */
    private List<String> fetchAll(String payload) {
        return Stream.of(payload.split("&", -1))
                .filter(field -> field.startsWith("MediaUrl="))
                .map(field -> URLDecoder.decode(field.substring("MediaUrl=".length()), StandardCharsets.UTF_8))
                .map(this::fetch)
                .toList();
    }

    private String fetch(String address) {
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(15))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? hex(answer.body()) : "status " + answer.statusCode();
        } catch (IOException e) {
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "no answer";
        }
    }

    /** As a text taken along shows a picture. */
    public static String hex(byte[] picture) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Fault nextFault() {
        return Objects.requireNonNullElse(faults.poll(), Fault.NONE);
    }

    private synchronized SimulatedText take(String account, Map<String, String> form, List<String> pictures) {
        SimulatedText text = new SimulatedText(
                sid(),
                account,
                clock.instant(),
                form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", "")),
                form.getOrDefault("To", ""),
                form.getOrDefault("Body", ""),
                form.getOrDefault("StatusCallback", ""),
                pictures);
        keep(text);
        return text;
    }

    private synchronized void keep(SimulatedText text) {
        texts.addFirst(text);
        if (texts.size() > mostTexts) {
            texts.removeLast();
        }
    }

    private static String sid() {
        return "SM" + Ids.next().toString().replace("-", "");
    }

    /** What becomes of a text, as Twilio tells it: each notice on its own, signed. */
    private synchronized Runnable notices(SimulatedText text, boolean repeated) {
        Integer failure = failures.remove(text.account());
        if (!callsBack || text.statusCallback().isEmpty()) {
            return () -> {};
        }
        Runnable sent = () -> notify(text, "sent", 0);
        Runnable end =
                failure == null ? () -> notify(text, "delivered", 0) : () -> notify(text, "undelivered", failure);
        List<Runnable> order = repeated ? List.of(end, sent, end, sent) : List.of(sent, end);
        return () -> order.forEach(Runnable::run);
    }

    /** One notice of how far a text has come. */
    public int notify(SimulatedText text, String status, int errorCode) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "AccountSid", text.account(),
                "MessageSid", text.sid(),
                "SmsSid", text.sid(),
                "MessageStatus", status,
                "SmsStatus", status,
                "From", text.from(),
                "To", text.to(),
                "ApiVersion", "2010-04-01"));
        if (errorCode != 0) {
            form.put("ErrorCode", Integer.toString(errorCode));
        }
        return post(text.statusCallback(), form, text.account());
    }

    /** Where a business's account wants to hear of what people write. */
    public String webhookOf(TwilioAccount account) {
        return Objects.requireNonNull(webhooks.get(account.sid()));
    }

    /** The same, at the address that the business's account names. */
    public int reply(TwilioAccount account, String from, String body) {
        return reply(webhookOf(account), account, from, body);
    }

    /** Has somebody write to a business from a phone; the webhook's answer, as a status. */
    public int reply(String webhook, TwilioAccount account, String from, String body) {
        return reply(webhook, account, from, body, List.of());
    }

    /**
     * The same with pictures.
     *
     * @param pictures JPEGs or PNGs, or whatever a phone may send
     */
    public int reply(String webhook, TwilioAccount account, String from, String body, List<byte[]> pictures) {
        String message = sid();
        Map<String, String> form = new TreeMap<>(Map.of(
                "AccountSid",
                account.sid(),
                "MessageSid",
                message,
                "SmsStatus",
                "received",
                "From",
                from,
                "To",
                account.number(),
                "Body",
                body,
                "NumMedia",
                Integer.toString(pictures.size()),
                "NumSegments",
                "1",
                "ApiVersion",
                "2010-04-01"));
        keep(new SimulatedText(message, account.sid(), clock.instant(), from, account.number(), body, "", List.of()));
        for (int i = 0; i < pictures.size(); i++) {
            String sid = "ME" + Ids.next().toString().replace("-", "");
            media.put(sid, new Media(account.sid(), message, "image/png", pictures.get(i), new AtomicInteger()));
            form.put(
                    "MediaUrl" + i,
                    "https://api.twilio.com" + API + account.sid() + "/Messages/" + message + "/Media/" + sid);
            form.put("MediaContentType" + i, "image/png");
        }
        return post(webhook, form, account.sid());
    }

    private int post(String url, Map<String, String> form, String account) {
        String payload = form.entrySet().stream()
                .map(field ->
                        field.getKey() + "=" + java.net.URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature(url, form, token(account)))
                .POST(HttpRequest.BodyPublishers.ofString(payload))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** As Twilio documents it, apart from the SDK that checks it. */
    public static String signature(String url, Map<String, String> form, String token) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> resource(SimulatedText text, String status) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("sid", text.sid());
        resource.put("account_sid", text.account());
        resource.put("body", text.body());
        resource.put("from", text.from());
        resource.put("to", text.to());
        resource.put("status", status);
        resource.put("direction", "outbound-api");
        resource.put("num_segments", "1");
        resource.put("num_media", Integer.toString(text.pictures().size()));
        resource.put("date_created", RFC_2822.format(text.at().atOffset(ZoneOffset.UTC)));
        resource.put("api_version", "2010-04-01");
        return resource;
    }

    private static Answer refusal(int status, int code, String message) {
        return new Answer(status, Map.of("status", status, "code", code, "message", message));
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
        callbacks.shutdownNow();
        http.shutdownNow();
    }
}
