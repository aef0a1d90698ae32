package medflip.platform.mail;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How mails are sent: one by one, or many at once where many hear the same. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    private static final String FROM = "${medflip.mail.from:MedFlip Profit <hello@medflip.example>}";

    @Bean
    ResendEmails resendEmails(ResendAccount account, @Value("${medflip.resend.call-timeout:20s}") Duration timeout) {
        if (account.apiKey().isBlank()) {
            throw new IllegalStateException("No mail can be sent: set medflip.resend.api-key and medflip.mail.from.");
        }
        return new ResendEmails(account, timeout);
    }

    @Bean
    ResendChannel resendChannel(ResendEmails emails, @Value(FROM) String from) {
        return new ResendChannel(emails, from);
    }

    @Bean
    ResendBatches resendBatches(ResendEmails emails, @Value(FROM) String from) {
        return new ResendBatches(emails, from);
    }
}
