package medflip.platform.twilio;

import java.net.URI;
import java.util.function.Predicate;

/**
 * Stands in for Twilio, for accounts that it made up itself.
 *
 * @param baseUrl of its API
 * @param knows whether an account's SID is one of its own
 */
public record SimulatedTwilio(URI baseUrl, Predicate<String> knows) {}
