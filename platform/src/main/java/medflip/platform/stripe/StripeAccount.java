package medflip.platform.stripe;

import java.net.URI;
import java.util.List;

/**
 * The operator's account at Stripe.
 *
 * @param baseUrl of its API
 * @param apiKey empty where only webhooks are taken
 * @param webhookSecrets by any of which a webhook may be signed: while one is rolled there are two
 * @param live whether real money is moved; a webhook of the other kind isn't taken
 * @param simulated whether it is only tried here
 */
public record StripeAccount(URI baseUrl, String apiKey, List<String> webhookSecrets, boolean live, boolean simulated) {

    /** Masked, so that no log line ever holds the secrets. */
    @Override
    public String toString() {
        return baseUrl + (live ? " live" : "");
    }
}
