package medflip.platform.routing;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import medflip.platform.eventstore.CommandKey;
import medflip.platform.eventstore.LogServer;
import medflip.platform.privacy.TenantSeal;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Of what decides: the router before its bus, and the log, if that is kept at Axon Server. */
@Configuration(proxyBeanMethods = false)
@WhereAxonServerIs
class RoutingConfiguration {

    /** Longer than any append takes; see the event store's. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Bean
    @Primary
    RoutedCommands routedCommands(
            @Qualifier("commandBus") CommandBus deciding,
            AxonServer server,
            TenantSeal seal,
            DataSource serviceDataSource) {
        CommandForm form = new CommandForm(MessageSeal.ofCommandSides(seal, CommandKey.of(serviceDataSource)));
        return new RoutedCommands(deciding, server::before, server::isConnected, form, PATIENCE);
    }

    /** There only where the log is kept there too. The connection is the server's to close. */
    @Bean(destroyMethod = "")
    @ConditionalOnProperty(name = "medflip.events.store", havingValue = "axonserver")
    AxonLog axonLog(AxonServer server) {
        return new AxonLog(server);
    }

    /** Without the server that keeps the log nothing can be stored. */
    @Bean
    @ConditionalOnProperty(name = "medflip.events.store", havingValue = "axonserver")
    HealthIndicator axonLogHealthIndicator(AxonLog log) {
        return () -> {
            try {
                return Health.up().withDetail("size", log.size()).build();
            } catch (LogServer.Unreachable e) {
                return Health.down()
                        .withDetail("reason", String.valueOf(e.getMessage()))
                        .build();
            }
        };
    }

    /** Whether Axon Server is there to route is a figure and no part of health: without it each decides alone. */
    @Bean
    MeterBinder routedCommandMeters(RoutedCommands commands) {
        return registry -> {
            meter("routed", commands, RoutedCommands::told).register(registry);
            meter("here", commands, RoutedCommands::alone).register(registry);
            meter("lost", commands, RoutedCommands::lost).register(registry);
            FunctionCounter.builder("medflip.commands.taken", commands, RoutedCommands::taken)
                    .register(registry);
        };
    }

    private static FunctionCounter.Builder<RoutedCommands> meter(
            String way, RoutedCommands commands, ToDoubleFunction<RoutedCommands> count) {
        return FunctionCounter.builder("medflip.commands", commands, count).tag("way", way);
    }
}
