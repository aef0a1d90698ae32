package medflip.whole;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A collector of traces in memory, as the service hands them out. */
@Configuration(proxyBeanMethods = false)
class CollectedSpans {

    /** So that each request is traced. */
    static final List<String> SETTINGS =
            List.of("--management.opentelemetry.enabled=true", "--management.tracing.sampling.probability=1.0");

    private static final int MOST = 20_000;

    /** Where spans go, the oldest first. */
    static final class Collector implements SpanExporter {

        private final Deque<SpanData> spans = new ArrayDeque<>();

        @Override
        public synchronized CompletableResultCode export(Collection<SpanData> told) {
            spans.addAll(told);
            while (spans.size() > MOST) {
                spans.removeFirst();
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

        private synchronized List<SpanData> all() {
            return List.copyOf(spans);
        }
    }

    @Bean
    Collector collector() {
        return new Collector();
    }

    /** All that ended up to now. */
    static List<SpanData> of(RunningService service) {
        service.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
        return service.bean(Collector.class).all();
    }

    /** Those of traces that have a span of that name and business. */
    static List<SpanData> ofTracesWith(RunningService service, String name, String tenant) {
        List<SpanData> all = of(service);
        Set<String> traces = all.stream()
                .filter(span -> span.getName().equals(name))
                .filter(span -> span.getAttributes().asMap().containsValue(tenant))
                .map(SpanData::getTraceId)
                .collect(Collectors.toSet());
        return all.stream().filter(span -> traces.contains(span.getTraceId())).toList();
    }
}
