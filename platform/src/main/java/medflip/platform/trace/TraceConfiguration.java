package medflip.platform.trace;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What we add to Boot's traces, where these are switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("management.opentelemetry.enabled")
public class TraceConfiguration {

    @Bean
    SpanNumbers spanNumbers() {
        return new SpanNumbers();
    }

    @Bean
    SdkTracerProviderBuilderCustomizer numberedSpans(SpanNumbers numbers) {
        return builder -> builder.setIdGenerator(numbers);
    }

    @Bean
    SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(exporters.orderedStream().map(IdsOnly::new).toList());
    }

    @Bean
    Traces traces(Tracer tracer, SpanNumbers numbers) {
        return new Traces(tracer, numbers);
    }
}
