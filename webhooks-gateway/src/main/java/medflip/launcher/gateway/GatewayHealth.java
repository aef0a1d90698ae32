package medflip.launcher.gateway;

import medflip.platform.inbox.Inbox;
import medflip.platform.web.Drain;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Tells whether the gateway can keep what is delivered, and isn't about to end. */
class GatewayHealth {

    @Bean
    HealthIndicator inboxHealthIndicator(Inbox inbox, Drain drain) {
        return () -> (!drain.begun() && inbox.isReachable() ? Health.up() : Health.down()).build();
    }
}
