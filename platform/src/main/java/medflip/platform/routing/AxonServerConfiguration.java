package medflip.platform.routing;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.trace.Traces;
import medflip.platform.web.ListAnswers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection, and the questions that go by it, on each side that is told of an Axon Server. */
@Configuration(proxyBeanMethods = false)
@WhereAxonServerIs
class AxonServerConfiguration {

    /** Longer than {@link medflip.platform.web.PastListings} waits for a moment. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    @Bean
    AxonServer axonServer(
            @Value("${medflip.axonserver.servers}") String servers,
            @Value("${medflip.axonserver.token:}") String token,
            @Value("${medflip.axonserver.tls:false}") boolean tls,
            @Value("${medflip.axonserver.certificate:}") String certificate,
            @Value("${medflip.axonserver.context:" + AxonServer.ONLY_CONTEXT + "}") String context,
            @Value("${spring.application.name:medflip}") String component) {
        return new AxonServer(new AxonServer.Place(servers, token, tls, certificate, context), component);
    }

    @Bean
    RoutedQuestions routedQuestions(
            AxonServer server, TenantSeal seal, ObjectProvider<Traces> traces, ObjectProvider<ListAnswers> answers) {
        RoutedQuestions questions = new RoutedQuestions(
                server.questions(),
                server::isConnected,
                MessageSeal.ofAnySide(seal),
                traces.getIfAvailable(),
                PATIENCE);
        answers.ifAvailable(lists -> questions.answerBy(lists::answer));
        return questions;
    }

    @Bean
    MeterBinder axonServerMeters(AxonServer server, RoutedQuestions questions) {
        return registry -> {
            Gauge.builder("medflip.axonserver.connected", server, of -> of.isConnected() ? 1 : 0)
                    .register(registry);
            FunctionCounter.builder("medflip.questions", questions, RoutedQuestions::told)
                    .tag("way", "routed")
                    .register(registry);
            FunctionCounter.builder("medflip.questions", questions, RoutedQuestions::unanswered)
                    .tag("way", "unanswered")
                    .register(registry);
            FunctionCounter.builder("medflip.questions.taken", questions, RoutedQuestions::answered)
                    .register(registry);
        };
    }
}
