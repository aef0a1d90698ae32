package medflip.whole;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import medflip.platform.trace.ToldSpans;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A collector of traces in memory, as the service hands them out. */
@Configuration(proxyBeanMethods = false)
class CollectedSpans {

    /** So that each request is traced. */
    static final List<String> SETTINGS =
            List.of("--management.opentelemetry.enabled=true", "--management.tracing.sampling.probability=1.0");

    @Bean
    ToldSpans collector() {
        return new ToldSpans();
    }

    /** All that ended up to now. */
    static List<SpanData> of(RunningService service) {
        service.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
        return service.bean(ToldSpans.class).told();
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
