package medflip.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

/** What goes to a collector says which business and which code, and nothing that somebody wrote. */
class IdsOnlyTest {

    @Test
    void addresses_and_words_of_exceptions_stay_here() {
        ToldSpans spans = new ToldSpans();
        Span span = spans.tracer().spanBuilder("http get /api/customers").startSpan();
        span.setAttribute("http.url", "/api/customers?search=Ann%20Lee");
        span.setAttribute("uri", "/api/customers");
        span.setAttribute(Traces.TENANT, "a-business");
        span.recordException(new IllegalStateException("No room for Ann Lee"));
        span.setStatus(StatusCode.ERROR, "No room for Ann Lee");
        span.end();
        SpanData seen = spans.told().getFirst();
        assertThat(seen.getAttributes().asMap().values()).containsExactlyInAnyOrder("/api/customers", "a-business");
        assertThat(seen.getTotalAttributeCount()).isEqualTo(2);
        assertThat(seen.getEvents()).isEmpty();
        assertThat(seen.getTotalRecordedEvents()).isZero();
        assertThat(seen.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(seen.getStatus().getDescription()).isEmpty();
    }
}
