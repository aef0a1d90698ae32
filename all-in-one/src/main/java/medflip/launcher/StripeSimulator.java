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
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import medflip.launcher.StripeBooks.Declined;
import medflip.launcher.StripeBooks.NoSuch;
import medflip.launcher.StripeBooks.NotNow;
import medflip.launcher.StripeBooks.Paper;
import medflip.platform.stripe.StripeAccount;
import medflip.platform.text.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stripe on this machine, for who has no account there: the same addresses, answers, idempotency, signatures and
 * faults, and pages where paying can be tried. Nothing is paid.
 *
 * @see <a href="https://docs.stripe.com/api">Stripe's API</a>
 */
public final class StripeSimulator implements AutoCloseable {

    /** What goes wrong with the next call, if anything. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** It does what it was asked, and the answer is lost. */
        ANSWER_LOST,
        /** It fails before it did anything. */
        FAILED,
        /** It has had enough for this second. */
        RATE_LIMITED
    }

    /** How webhooks go out. */
    public enum Post {
        /** Each once, in order. */
        IN_ORDER,
        /** Some twice, and in any order. */
        DISORDERED,
        /** None: as if they were lost. */
        LOST
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API_KEY = "sk_test_simulated";
    private static final String API_VERSION = "2026-09-30.dahlia";
    private static final int MOST_KEYS = 10_000;

    /** Two, as while a secret is rolled: it signs by both. */
    private static final List<String> SECRETS = List.of("whsec_simulated_new", "whsec_simulated_old");

    private record Answer(int status, String type, String body) {}

    private record Known(String payload, Answer answer) {}

    private final Clock clock;
    private final Supplier<String> webhook;
    private final StripeBooks books;
    private HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ExecutorService posting = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("stripe-simulator-post-", 0).factory());
    private final Random random = new Random(7);
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<String, Known> keys = new HashMap<>();
    private final List<String> held = new ArrayList<>();
    private final Map<String, ObjectNode> portals = new HashMap<>();
    private Post post = Post.IN_ORDER;
    private String trouble = "";
    private int made;

    /**
     * @param webhook where it calls, asked each time: the port is known once the service listens
     * @param file where it keeps what it knows; null: nowhere
     */
    public StripeSimulator(Clock clock, Supplier<String> webhook, @Nullable Path file) {
        this.clock = clock;
        this.webhook = webhook;
        this.books = new StripeBooks(clock, file, this::happened);
        this.server = listen(0);
    }

    private HttpServer listen(int port) {
        HttpServer listening;
        try {
            listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listening.setExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("stripe-simulator-", 0).factory()));
        listening.createContext("/v1/", this::serveApi);
        listening.createContext("/pages/", this::servePages);
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

    public StripeAccount account() {
        return new StripeAccount(URI.create(address()), API_KEY, SECRETS, false, true);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Has the next calls go wrong, each in its way. */
    public synchronized void failNext(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Each call to an address that ends so fails before it did anything, until another is named; empty: none. */
    public synchronized void failAt(String ending) {
        trouble = ending;
    }

    /** How webhooks go out from now on; those that were held back for disorder go out now. */
    public synchronized void post(Post how) {
        this.post = how;
        flush();
    }

    /** How many things of a kind there are, such as {@code customer}. */
    public synchronized int count(String kind) {
        return books.all(kind).size();
    }

    /** Something as it stands, as JSON. */
    public synchronized List<JsonNode> all(String kind) {
        return List.copyOf(books.all(kind));
    }

    /** Has something happen there, such as {@code end-period} of a subscription. */
    public synchronized void happen(String what, String id) {
        act(what, "", id);
    }

    /** Somebody finishes the newest checkout, by that card: {@code GOOD}, {@code FAILS_LATER} … */
    public synchronized void finishCheckout(String paper) {
        books.finishCheckout(books.all("checkout.session").getFirst().path("id").asString(), Paper.valueOf(paper));
    }

    /** The header by which a payload of now is shown to be Stripe's. */
    public static String signature(String payload, long at, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((at + "." + payload).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private void happened(String type, JsonNode object) {
        ObjectNode event = JSON.createObjectNode();
        event.put("id", "evt_sim" + Ids.next().toString().replace("-", ""));
        event.put("object", "event");
        event.put("api_version", API_VERSION);
        event.put("created", clock.instant().getEpochSecond());
        event.put("livemode", false);
        event.put("type", type);
        event.putObject("data").set("object", object);
        event.putObject("request").putNull("id").putNull("idempotency_key");
        switch (post) {
            case IN_ORDER -> deliver(event.toString());
            case LOST -> {}
            case DISORDERED -> {
                held.add(event.toString());
                if (random.nextInt(3) == 0) {
                    held.add(event.toString());
                }
                if (held.size() > 4) {
                    flush();
                }
            }
        }
    }

    private void flush() {
        Collections.shuffle(held, random);
        held.forEach(this::deliver);
        held.clear();
    }

    private void deliver(String payload) {
        posting.execute(() -> {
            for (int attempt = 0; attempt < 3 && postOnce(payload) != 200; attempt++) {}
        });
    }

    private int postOnce(String payload) {
        long at = clock.instant().getEpochSecond();
        StringBuilder header = new StringBuilder("t=" + at);
        SECRETS.forEach(secret -> header.append(",v1=").append(signature(payload, at, secret)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(webhook.get()))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", header.toString())
                .POST(HttpRequest.BodyPublishers.ofString(payload))
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

    private void serveApi(HttpExchange exchange) throws IOException {
        try (exchange) {
            Fault fault;
            synchronized (this) {
                fault = !trouble.isEmpty() && exchange.getRequestURI().getPath().endsWith(trouble)
                        ? Fault.FAILED
                        : faults.isEmpty() ? Fault.NONE : faults.poll();
            }
            if (!("Bearer " + API_KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, error(401, "invalid_request_error", "api_key_invalid", "Invalid API Key."));
            } else if (fault == Fault.FAILED) {
                send(exchange, error(500, "api_error", "internal", "Something went wrong."));
            } else if (fault == Fault.RATE_LIMITED) {
                send(exchange, error(429, "invalid_request_error", "rate_limit", "Too many requests."));
            } else {
                Answer answer = answer(exchange);
                if (fault != Fault.ANSWER_LOST) {
                    send(exchange, answer);
                }
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        String path = exchange.getRequestURI().getPath().substring("/v1/".length());
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String payload = method + " " + path + " " + body;
        synchronized (this) {
            Known known = key == null ? null : keys.get(key);
            if (known != null) {
                return known.payload().equals(payload)
                        ? known.answer()
                        : error(400, "idempotency_error", "idempotency_key_in_use", "Another payload.");
            }
            Answer answer;
            try {
                Map<String, String> form = FormFields.of(method.equals("GET") ? query : body);
                form.putAll(FormFields.of(method.equals("GET") ? null : query));
                answer = json(200, route(method, path.split("/", -1), form));
            } catch (NoSuch absent) {
                answer = error(404, "invalid_request_error", "resource_missing", absent.getMessage());
            } catch (NotNow notNow) {
                answer = error(400, "invalid_request_error", notNow.code(), notNow.getMessage());
            } catch (Declined declined) {
                answer = error(402, "card_error", "card_declined", declined.getMessage());
            }
            if (key != null) {
                if (keys.size() > MOST_KEYS) {
                    keys.clear();
                }
                keys.put(key, new Known(payload, answer));
                made++;
            }
            return answer;
        }
    }

    /** How many wishes that change something were granted or refused; repeats aren't counted. */
    public synchronized int made() {
        return made;
    }

    private JsonNode route(String method, String[] path, Map<String, String> form) {
        boolean post = method.equals("POST");
        return switch (path[0]) {
            case "prices" -> list(books.prices(values(form, "lookup_keys")));
            case "customers" -> {
                if (method.equals("DELETE")) {
                    books.deleteCustomer(path[1]);
                    yield books.get(path[1]);
                }
                yield post ? books.openCustomer(metadata(form)) : books.get(path[1]);
            }
            case "checkout" ->
                switch (path.length) {
                    case 2 ->
                        post
                                ? withUrl(openCheckout(form), "/pages/checkout/")
                                : list(books.of(required(form, "customer"), "checkout.session"));
                    case 3 -> books.get(path[2]);
                    default -> books.expireCheckout(path[2]);
                };
            case "billing_portal" -> {
                books.get(required(form, "customer"));
                ObjectNode session = JSON.createObjectNode();
                session.put("id", "bps_sim" + Ids.next().toString().replace("-", ""));
                session.put("object", "billing_portal.session");
                session.put("customer", required(form, "customer"));
                session.put("return_url", form.getOrDefault("return_url", ""));
                portals.put(session.path("id").asString(), session);
                yield withUrl(session, "/pages/portal/");
            }
            case "subscriptions" -> {
                if (path.length == 1) {
                    yield list(books.of(required(form, "customer"), "subscription").stream()
                            .map(this::expanded)
                            .toList());
                }
                if (method.equals("DELETE")) {
                    yield books.end(path[1]);
                }
                if (post) {
                    update(path[1], form);
                }
                yield expanded(books.get(path[1]));
            }
            case "subscription_schedules" -> {
                if (path.length == 1) {
                    yield books.schedule(required(form, "from_subscription"));
                }
                yield path.length == 3
                        ? books.release(path[1])
                        : books.plan(path[1], required(form, "phases[1][items][0][price]"));
            }
            case "invoices" -> {
                if (path.length == 1) {
                    yield list(books.of(required(form, "customer"), "invoice").stream()
                            .map(this::addressed)
                            .toList());
                }
                if (path.length == 3) {
                    books.voidInvoice(path[1]);
                }
                yield path[1].equals("create_preview") ? preview(form) : addressed(books.get(path[1]));
            }
            case "payment_methods" -> list(books.of(required(form, "customer"), "payment_method"));
            case "invoice_payments" -> list(books.payments(required(form, "invoice")));
            case "refunds" -> books.refundPayment(required(form, "payment_intent"));
            case "charges", "disputes" -> books.get(path[1]);
            default -> throw new NoSuch(path[0]);
        };
    }

    private ObjectNode openCheckout(Map<String, String> form) {
        return books.openCheckout(
                required(form, "customer"),
                required(form, "line_items[0][price]"),
                form.getOrDefault("client_reference_id", ""),
                number(form.get("subscription_data[trial_end]")),
                form.getOrDefault("automatic_tax[enabled]", "").equals("true"),
                form.getOrDefault("allow_promotion_codes", "").equals("true"),
                form.getOrDefault("success_url", ""),
                form.getOrDefault("cancel_url", ""));
    }

    private void update(String id, Map<String, String> form) {
        String cancel = form.get("cancel_at_period_end");
        if (cancel != null) {
            books.cancelAtPeriodEnd(id, cancel.equals("true"));
        }
        String price = form.get("items[0][price]");
        if (price != null) {
            books.change(id, price);
        }
    }

    private ObjectNode preview(Map<String, String> form) {
        ObjectNode subscription = books.get(required(form, "subscription"));
        String price = form.get("subscription_details[items][0][price]");
        String status = subscription.path("status").asString();
        if (price == null
                && (status.equals("canceled")
                        || subscription.path("cancel_at_period_end").asBoolean(false))) {
            // As Stripe says it where nothing follows.
            throw new NoSuch("upcoming invoice");
        }
        ObjectNode item = StripeBooks.item(subscription);
        ObjectNode invoice = JSON.createObjectNode();
        long amount =
                price == null ? item.path("price").path("unit_amount").asLong() : books.difference(subscription, price);
        invoice.put("object", "invoice");
        invoice.put("id", "upcoming_in_sim");
        invoice.put("currency", "usd");
        StripeBooks.Sum sum = books.sum(subscription, amount);
        StripeBooks.put(invoice, sum);
        invoice.put("amount_due", Math.max(0, sum.total()));
        invoice.put("next_payment_attempt", item.path("current_period_end").asLong());
        return invoice;
    }

    private ObjectNode expanded(ObjectNode subscription) {
        ObjectNode copy = subscription.deepCopy();
        if (copy.path("schedule").isString()) {
            ObjectNode schedule = books.get(copy.path("schedule").asString()).deepCopy();
            schedule.path("phases")
                    .values()
                    .forEach(phase -> phase.path("items")
                            .values()
                            .forEach(item -> ((ObjectNode) item)
                                    .set("price", books.price(item.path("price").asString()))));
            copy.set("schedule", schedule);
        }
        return copy;
    }

    private ObjectNode addressed(ObjectNode invoice) {
        ObjectNode copy = invoice.deepCopy();
        copy.put(
                "hosted_invoice_url",
                address() + "/pages/invoice/" + invoice.path("id").asString());
        return copy;
    }

    private ObjectNode withUrl(ObjectNode session, String page) {
        ObjectNode copy = session.deepCopy();
        copy.put("url", address() + page + session.path("id").asString());
        return copy;
    }

    private static ObjectNode list(Collection<? extends JsonNode> data) {
        ObjectNode list = JSON.createObjectNode();
        list.put("object", "list");
        list.put("has_more", false);
        list.put("url", "/v1/list");
        ArrayNode array = list.putArray("data");
        data.forEach(array::add);
        return list;
    }

    private void servePages(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form =
                    FormFields.of(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String[] path = exchange.getRequestURI()
                    .getPath()
                    .substring("/pages/".length())
                    .split("/", -1);
            boolean post = exchange.getRequestMethod().equals("POST");
            Function<String, Answer> page = body -> new Answer(200, "text/html; charset=utf-8", body);
            try {
                synchronized (this) {
                    send(
                            exchange,
                            switch (path[0]) {
                                case "checkout" -> checkout(path, post, form);
                                case "portal" -> portal(path, post);
                                default -> page.apply(StripePages.invoice(books.get(path[1])));
                            });
                }
            } catch (NoSuch absent) {
                send(exchange, new Answer(404, "text/plain", "There is no such page."));
            } catch (NotNow notNow) {
                send(exchange, new Answer(409, "text/plain", "That can't be done now."));
            }
        }
    }

    private Answer checkout(String[] path, boolean post, Map<String, String> form) {
        ObjectNode session = books.get(path[1]);
        String problem = null;
        if (post && path[2].equals("abandon")) {
            books.abandonCheckout(path[1]);
            return redirect(session.path("cancel_url").asString());
        }
        if (post) {
            try {
                books.finishCheckout(
                        path[1],
                        Paper.valueOf(path[3]),
                        form.getOrDefault("code", ""),
                        form.getOrDefault("state", "OR"));
                return redirect(session.path("success_url").asString());
            } catch (Declined declined) {
                problem = declined.getMessage();
            }
        }
        return new Answer(
                200,
                "text/html; charset=utf-8",
                StripePages.checkout(session, books.price(session.path("price").asString()), problem));
    }

    private Answer portal(String[] path, boolean post) {
        ObjectNode session = portals.get(path[1]);
        if (session == null) {
            throw new NoSuch(path[1]);
        }
        String customer = session.path("customer").asString();
        if (post) {
            act(path[2], customer, path[3]);
            return redirect(address() + "/pages/portal/" + path[1]);
        }
        return new Answer(
                200,
                "text/html; charset=utf-8",
                StripePages.portal(
                        books, path[1], customer, session.path("return_url").asString()));
    }

    private void act(String what, String customer, String id) {
        switch (what) {
            case "card" -> {
                books.attach(customer, Paper.valueOf(id));
                if (Paper.valueOf(id) == Paper.GOOD) {
                    books.payWhatIsOwed(customer);
                }
            }
            case "end-period" -> books.endPeriod(id);
            case "retry" -> books.retry(id);
            case "trial-warning" -> books.warnOfTrialEnd(id);
            case "renewal-warning" -> books.warnOfRenewal(id);
            case "stick" -> books.stick(id);
            case "cancel" -> books.cancelAtPeriodEnd(id, true);
            case "resume" -> books.cancelAtPeriodEnd(id, false);
            case "bank" -> books.endSlowPayment(id);
            case "pay" -> books.finishCheckout(id, Paper.GOOD);
            case "refund" -> books.refund(id);
            case "dispute" -> books.dispute(id);
            case "delete-customer" -> books.deleteCustomer(id);
            default -> throw new NoSuch(what);
        }
    }

    private static Answer redirect(String address) {
        return new Answer(303, "location", address);
    }

    private static String required(Map<String, String> form, String name) {
        String value = form.get(name);
        if (value == null) {
            throw new NoSuch(name);
        }
        return value;
    }

    private static List<String> values(Map<String, String> form, String name) {
        return form.entrySet().stream()
                .filter(field -> field.getKey().startsWith(name + "["))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, String> metadata(Map<String, String> form) {
        Map<String, String> metadata = new TreeMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith("metadata[")) {
                metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
            }
        });
        return metadata;
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }

    private static Answer json(int status, JsonNode body) {
        return new Answer(status, "application/json", body.toString());
    }

    private static Answer error(int status, String type, String code, @Nullable String message) {
        ObjectNode error = JSON.createObjectNode();
        error.putObject("error").put("type", type).put("code", code).put("message", message);
        return json(status, error);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 303) {
            exchange.getResponseHeaders().set("Location", answer.body());
            exchange.sendResponseHeaders(303, -1);
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        posting.shutdownNow();
        http.shutdownNow();
    }
}
