package medflip.platform.trace;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** A collector of traces in memory, and what is traced to it, as the service hands it out. */
public final class ToldSpans implements SpanExporter {

    private static final int MOST = 20_000;

    private final Deque<SpanData> told = new ArrayDeque<>();
    private final SpanNumbers numbers = new SpanNumbers();
    private final Tracer tracer = SdkTracerProvider.builder()
            .setIdGenerator(numbers)
            .addSpanProcessor(SimpleSpanProcessor.create(new IdsOnly(this)))
            .build()
            .get("test");

    public Traces traces() {
        return new Traces(tracer, numbers);
    }

    public Tracer tracer() {
        return tracer;
    }

    /** The last ones that have ended, in that order. */
    public synchronized List<SpanData> told() {
        return List.copyOf(told);
    }

    @Override
    public synchronized CompletableResultCode export(Collection<SpanData> spans) {
        told.addAll(spans);
        while (told.size() > MOST) {
            told.removeFirst();
        }
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
}
