package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.customers.events.CustomerId;
import medflip.kernel.TenantId;
import medflip.platform.command.MessageMetadata;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

/** A request is followed from the door through its command to the views, and nobody's data with it. */
class TracesTest {

    private static final String REQUEST = "http post /api/customers";
    private static final String COMMAND = "command RegisterCustomer";
    private static final String VIEW = "PeopleProjection CustomerRegistered";

    private final RunningService service = RunningService.shared();
    private final Browser owner = service.browser().signUp("Traced");
    private final String tenant =
            owner.get("/api/session").expect(200).json().at("/business/id").asString();

    @Test
    void one_trace_goes_from_a_request_through_its_command_to_the_views() {
        String id = owner.post("/api/customers", Books.person()).expect(201).id();

        List<SpanData> trace = Eventually.of(
                () -> CollectedSpans.ofTracesWith(service, COMMAND, tenant),
                spans -> spans.stream().anyMatch(span -> span.getName().equals(VIEW))
                        && spans.stream().anyMatch(span -> span.getName().equals(REQUEST)));
        assertThat(trace)
                .extracting(SpanData::getTraceId)
                .containsOnly(of(trace, REQUEST).getTraceId());
        assertThat(trace).extracting(SpanData::getSpanId).doesNotHaveDuplicates();
        assertThat(of(trace, REQUEST).getParentSpanContext().isValid())
                .as("begins with the request")
                .isFalse();
        assertThat(of(trace, COMMAND).getParentSpanId())
                .isEqualTo(of(trace, REQUEST).getSpanId());
        assertThat(of(trace, VIEW).getParentSpanId())
                .isEqualTo(of(trace, COMMAND).getSpanId());

        DomainEventMessage<?> stored = service.bean(EventStore.class)
                .readEvents(
                        CustomerId.of(TenantId.of(tenant), UUID.fromString(id)).value())
                .next();
        assertThat(stored.getMetaData())
                .as("the log has no field for traces: their number is the correlation")
                .containsEntry(MessageMetadata.CORRELATION, of(trace, REQUEST).getTraceId())
                .doesNotContainKey(MessageMetadata.TRACE);
    }

    @Test
    void no_span_says_anything_of_anybody() {
        String name = "Traceless Person " + UUID.randomUUID();
        String sought = URLEncoder.encode(name, StandardCharsets.UTF_8);
        String id =
                owner.post("/api/customers", Map.of("name", name)).expect(201).id();
        owner.get("/api/customers?search=" + sought).expect(200);
        owner.get("/api/customers/" + sought.replace("+", "%20")).expect(404);
        owner.get("/api/nothing-here/" + sought.replace("+", "%20")).expect(404);
        owner.post("/api/customers", Map.of("name", name, name, name)).expect(400);

        List<SpanData> spans = Eventually.of(
                () -> CollectedSpans.of(service),
                all -> all.stream()
                                        .filter(span -> span.getName().equals(REQUEST))
                                        .count()
                                >= 2
                        && all.stream().anyMatch(span -> span.getName().equals("http get /api/customers/{id}")));
        assertThat(spans).allSatisfy(span -> {
            assertThat(span.toString()).doesNotContain("Traceless", id, owner.email());
            assertThat(span.getEvents()).isEmpty();
        });
    }

    @Test
    void nobody_outside_chooses_the_number_of_a_trace() throws Exception {
        String chosen = "1234567890abcdef1234567890abcdef";
        long before = policies().count();
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(owner.root().resolve("/api/policy"))
                            .header("traceparent", "00-" + chosen + "-1234567890abcdef-01")
                            .header("b3", chosen + "-1234567890abcdef-1")
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        Eventually.of(() -> policies().count(), count -> count > before);
        assertThat(policies()).extracting(SpanData::getTraceId).doesNotContain(chosen);
    }

    private Stream<SpanData> policies() {
        return CollectedSpans.of(service).stream().filter(span -> span.getName().equals("http get /api/policy"));
    }

    private static SpanData of(List<SpanData> trace, String name) {
        return trace.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
