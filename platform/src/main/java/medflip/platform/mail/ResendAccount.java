package medflip.platform.mail;

import java.net.URI;

/**
 * The account at Resend by which mails are sent.
 *
 * @param baseUrl of its API
 */
public record ResendAccount(URI baseUrl, String apiKey) {

    @Override
    public String toString() {
        return baseUrl.toString();
    }
}
