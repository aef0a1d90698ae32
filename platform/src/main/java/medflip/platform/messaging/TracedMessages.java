package medflip.platform.messaging;

import java.time.Clock;
import medflip.platform.trace.Traces;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What events add to a trace, where there are any; what commands do, their bus knows. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("management.opentelemetry.enabled")
class TracedMessages {

    @Bean
    EventSpans eventSpans(Traces traces, Clock clock) {
        return new EventSpans(traces, clock);
    }
}
