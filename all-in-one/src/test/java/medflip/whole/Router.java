package medflip.whole;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * The web server before the sides, as {@code docker/nginx.conf} has it: by the same routes, to each process of a side
 * in turn, and to the next where one isn't there.
 */
final class Router implements AutoCloseable {

    private static final Set<String> BETWEEN_TWO =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade", "http2-settings");

    private final Routes routes = Routes.read();
    private final Map<String, List<ServiceProcess>> sides;
    private final UnaryOperator<String> mailbox;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<ServiceProcess> notReady = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * @param port a free one
     * @param sides processes by {@code command}, {@code query} and {@code gateway}
     * @param mailbox what is answered at {@code /api/mailbox}, by what stands behind that
     */
    Router(int port, Map<String, List<ServiceProcess>> sides, UnaryOperator<String> mailbox) {
        this.sides = sides;
        this.mailbox = mailbox;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /**
     * From now on, asks each a few times a second whether it is ready, as balancers do, and sends nothing to the
     * others.
     */
    void spareThoseThatAreNotReady() {
        looks.scheduleWithFixedDelay(
                () -> sides.values().stream().flatMap(List::stream).forEach(process -> {
                    if (process.isReady()) {
                        notReady.remove(process);
                    } else {
                        notReady.add(process);
                    }
                }),
                0,
                200,
                TimeUnit.MILLISECONDS);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/v3/api-docs")) {
                answer(exchange, Files.readString(Path.of("..", "browser-ui", "openapi.json")));
            } else if (path.startsWith("/api/mailbox")) {
                answer(exchange, mailbox.apply(path.substring("/api/mailbox".length())));
            } else {
                String side = routes.side(exchange.getRequestMethod(), path).orElse("");
                pass(
                        exchange,
                        sides.getOrDefault(side, List.of()),
                        exchange.getRequestBody().readAllBytes());
            }
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void pass(HttpExchange exchange, List<ServiceProcess> all, byte[] body) throws IOException {
        List<ServiceProcess> ready =
                all.stream().filter(process -> !notReady.contains(process)).toList();
        List<ServiceProcess> processes = ready.isEmpty() ? all : ready;
        int first = turn.getAndIncrement();
        for (int i = 0; i < processes.size(); i++) {
            ServiceProcess process = processes.get(Math.floorMod(first + i, processes.size()));
            try {
                pass(exchange, send(exchange, process, body));
                return;
            } catch (ConnectException e) {
                // Nobody is there: it can't have arrived, so the next may have it.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException e) {
                if (!exchange.getRequestMethod().equals("GET")) {
                    break;
                }
                // A question may be asked twice.
            }
        }
        exchange.sendResponseHeaders(502, -1);
    }

    private HttpResponse<InputStream> send(HttpExchange exchange, ServiceProcess process, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + process.port() + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!BETWEEN_TWO.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static void pass(HttpExchange exchange, HttpResponse<InputStream> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!name.startsWith(":") && !BETWEEN_TWO.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        try (InputStream in = answer.body()) {
            boolean empty = answer.statusCode() == 204 || answer.statusCode() == 304;
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : 0);
            if (!empty) {
                OutputStream out = exchange.getResponseBody();
                byte[] some = new byte[8192];
                for (int read = in.read(some); read >= 0; read = in.read(some)) {
                    out.write(some, 0, read);
                    out.flush();
                }
            }
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
        server.stop(0);
        http.shutdownNow();
    }
}
