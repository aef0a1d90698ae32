package medflip.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** Makes the spans of messages. */
public final class Traces {

    /** All that a span says of a message, beside words of our code: whose it is. */
    static final AttributeKey<String> TENANT = AttributeKey.stringKey("tenant");

    private final Tracer tracer;
    private final SpanNumbers numbers;

    Traces(Tracer tracer, SpanNumbers numbers) {
        this.tracer = tracer;
        this.numbers = numbers;
    }

    /** What is done within a span. */
    public interface Work {
        @Nullable
        Object run() throws Exception;
    }

    /**
     * @param number of the span; null: any
     * @param tenant null where it isn't known
     */
    public @Nullable Object within(
            TracePoint cause, @Nullable String number, String name, @Nullable Object tenant, Work work)
            throws Exception {
        Span span = numbers.next(
                number,
                () -> tracer.spanBuilder(name).setParent(cause.context()).startSpan());
        if (tenant instanceof String id) {
            span.setAttribute(TENANT, id);
        }
        try (Scope scope = span.makeCurrent()) {
            return work.run();
        } catch (Exception | Error failed) {
            // What it says may quote somebody.
            span.setStatus(StatusCode.ERROR);
            throw failed;
        } finally {
            span.end();
        }
    }
}
