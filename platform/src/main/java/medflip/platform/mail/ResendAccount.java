package medflip.platform.mail;

import java.net.URI;
import java.util.List;

/**
 * The account at Resend by which mails are sent.
 *
 * @param baseUrl of its API
 * @param apiKey empty where only webhooks are taken
 * @param webhookSecrets by any of which a webhook may be signed: while one is rolled there are two
 */
public record ResendAccount(URI baseUrl, String apiKey, List<String> webhookSecrets) {

    /** Masked, so that no log line ever holds the secrets. */
    @Override
    public String toString() {
        return baseUrl.toString();
    }
}
