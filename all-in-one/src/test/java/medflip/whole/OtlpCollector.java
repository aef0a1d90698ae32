package medflip.whole;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A collector that takes OpenTelemetry's protocol over HTTP, as the ones do that operators run. */
final class OtlpCollector implements AutoCloseable {

    /**
     * A span as it came.
     *
     * @param service which process made it
     * @param parent empty where it begins a trace
     */
    record Span(String service, String trace, String id, String parent, String name) {}

    private static final String PATH = "/v1/traces";

    private final HttpServer server;
    private final Queue<byte[]> received = new ConcurrentLinkedQueue<>();

    OtlpCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** What has a process send here a span of each request, as an operator would set it. */
    Map<String, String> settings() {
        return Map.of(
                "management.opentelemetry.enabled",
                "true",
                "management.opentelemetry.tracing.export.otlp.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort() + PATH,
                "management.tracing.sampling.probability",
                "1.0");
    }

    /** All that came, as text: whatever stands in it in clear is found there. */
    String text() {
        StringBuilder all = new StringBuilder();
        received.forEach(bytes -> all.append(new String(bytes, StandardCharsets.UTF_8)));
        return all.toString();
    }

    List<Span> spans() {
        return received.stream()
                .map(OtlpCollector::message)
                .flatMap(request -> parts(request, 1).stream())
                .flatMap(process -> parts(process, 2).stream()
                        .flatMap(scope -> parts(scope, 2).stream())
                        .map(span -> span(service(process), span)))
                .toList();
    }

    private static Span span(String service, UnknownFieldSet span) {
        return new Span(service, hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5));
    }

    /** Numbers of fields are those of OpenTelemetry's trace.proto, resource.proto and common.proto. */
    private static String service(UnknownFieldSet process) {
        return parts(process, 1).stream()
                .flatMap(resource -> parts(resource, 1).stream())
                .filter(attribute -> text(attribute, 1).equals("service.name"))
                .map(attribute -> text(parts(attribute, 2).getFirst(), 1))
                .findFirst()
                .orElseThrow();
    }

    private static List<UnknownFieldSet> parts(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream()
                .map(ByteString::toByteArray)
                .map(OtlpCollector::message)
                .toList();
    }

    private static String text(UnknownFieldSet message, int field) {
        return bytes(message, field).toStringUtf8();
    }

    private static String hex(UnknownFieldSet message, int field) {
        return HexFormat.of().formatHex(bytes(message, field).toByteArray());
    }

    private static ByteString bytes(UnknownFieldSet message, int field) {
        List<ByteString> values = message.getField(field).getLengthDelimitedList();
        return values.isEmpty() ? ByteString.EMPTY : values.getLast();
    }

    private static UnknownFieldSet message(byte[] bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
