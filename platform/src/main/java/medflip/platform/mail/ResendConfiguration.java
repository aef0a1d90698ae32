package medflip.platform.mail;

import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * By whom mails are sent: the operator's account at Resend, where {@code medflip.resend.api-key} is set, or else the
 * simulator that the launcher brings. A gateway of its own needs {@code medflip.resend.webhook-secrets} alone.
 */
@Configuration(proxyBeanMethods = false)
public class ResendConfiguration {

    /** Stands in for Resend: the launcher's. */
    @FunctionalInterface
    public interface SimulatedResend {

        ResendAccount account();
    }

    @Bean
    ResendAccount resendAccount(
            ObjectProvider<SimulatedResend> simulator,
            @Value("${medflip.resend.api-key:}") String apiKey,
            @Value("${medflip.resend.base-url:https://api.resend.com}") URI baseUrl,
            @Value("${medflip.resend.webhook-secrets:}") List<String> webhookSecrets) {
        SimulatedResend simulated = simulator.getIfAvailable();
        return apiKey.isBlank() && simulated != null
                ? simulated.account()
                : new ResendAccount(
                        baseUrl,
                        apiKey,
                        webhookSecrets.stream()
                                .filter(secret -> !secret.isBlank())
                                .toList());
    }
}
