package medflip.launcher;

import java.nio.file.Path;
import java.time.Clock;
import medflip.platform.stripe.StripeConfiguration.SimulatedStripe;
import medflip.platform.web.PublicUrl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands in for Stripe while no key is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${medflip.stripe.api-key:}'.isBlank()")
class StripeSimulatorConfiguration {

    @Bean
    StripeSimulator stripeSimulator(Clock clock, PublicUrl publicUrl, @Value("${medflip.data}") Path data) {
        return new StripeSimulator(
                clock, () -> publicUrl.of("/webhooks/stripe"), data.resolve("stripe-simulator.json"));
    }

    @Bean
    SimulatedStripe simulatedStripe(StripeSimulator simulator) {
        return simulator::account;
    }
}
