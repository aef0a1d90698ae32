package medflip.platform.stripe;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * By whom subscriptions are paid: the operator's account at Stripe, where {@code medflip.stripe.api-key} is set, or
 * else the simulator that the launcher brings. A gateway of its own needs {@code medflip.stripe.webhook-secrets} alone.
 */
@Configuration(proxyBeanMethods = false)
public class StripeConfiguration {

    /** Stands in for Stripe: the launcher's. */
    @FunctionalInterface
    public interface SimulatedStripe {

        StripeAccount account();
    }

    @Bean
    StripeAccount stripeAccount(
            ObjectProvider<SimulatedStripe> simulator,
            @Value("${medflip.stripe.api-key:}") String apiKey,
            @Value("${medflip.stripe.base-url:https://api.stripe.com}") URI baseUrl,
            @Value("${medflip.stripe.webhook-secrets:}") List<String> webhookSecrets,
            @Value("${medflip.stripe.live:#{null}}") @Nullable Boolean live) {
        SimulatedStripe simulated = simulator.getIfAvailable();
        if (apiKey.isBlank() && simulated != null) {
            return simulated.account();
        }
        List<String> secrets =
                webhookSecrets.stream().filter(secret -> !secret.isBlank()).toList();
        return new StripeAccount(baseUrl, apiKey, secrets, live == null ? !apiKey.contains("_test_") : live, false);
    }
}
