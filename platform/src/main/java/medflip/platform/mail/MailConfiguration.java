package medflip.platform.mail;

import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * By whom mails are sent: the operator's account at Resend, where {@code medflip.resend.api-key} is set, or else the
 * simulator that the launcher brings.
 */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    ResendChannel resendChannel(
            ObjectProvider<ResendAccount> simulator,
            @Value("${medflip.resend.api-key:}") String apiKey,
            @Value("${medflip.resend.base-url:https://api.resend.com}") URI baseUrl,
            @Value("${medflip.mail.from:MedFlip Profit <hello@medflip.example>}") String from) {
        return new ResendChannel(
                new ResendEmails(
                        apiKey.isBlank()
                                ? simulator.getIfAvailable(() -> {
                                    throw new IllegalStateException(
                                            "No mail can be sent: set medflip.resend.api-key and medflip.mail.from.");
                                })
                                : new ResendAccount(baseUrl, apiKey)),
                from);
    }
}
