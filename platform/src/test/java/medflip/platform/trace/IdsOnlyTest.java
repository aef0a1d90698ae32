package medflip.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes to a collector says which business and which code, and nothing that somebody wrote. */
class IdsOnlyTest {

    private final List<SpanData> told = new ArrayList<>();

    private final SpanExporter collector = new SpanExporter() {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            told.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    };

    @Test
    void addresses_and_words_of_exceptions_stay_here() {
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new IdsOnly(collector)))
                .build()) {
            Span span =
                    provider.get("test").spanBuilder("http get /api/customers").startSpan();
            span.setAttribute("http.url", "/api/customers?search=Ann%20Lee");
            span.setAttribute("uri", "/api/customers");
            span.setAttribute(Traces.TENANT, "a-business");
            span.recordException(new IllegalStateException("No room for Ann Lee"));
            span.setStatus(StatusCode.ERROR, "No room for Ann Lee");
            span.end();
        }
        SpanData seen = told.getFirst();
        assertThat(seen.getAttributes().asMap().values()).containsExactlyInAnyOrder("/api/customers", "a-business");
        assertThat(seen.getTotalAttributeCount()).isEqualTo(2);
        assertThat(seen.getEvents()).isEmpty();
        assertThat(seen.getTotalRecordedEvents()).isZero();
        assertThat(seen.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(seen.getStatus().getDescription()).isEmpty();
    }
}
