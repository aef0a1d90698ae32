package medflip.messaging.read.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The business's connection with Twilio. Of the secrets only the last characters are known here.
 *
 * @param connected false where there is none (any more); the rest is absent then
 * @param brokenCode Twilio's reason not to take the credentials any more
 */
record TwilioConnection(
        boolean connected,
        @Nullable String accountEnding,
        @Nullable String numberEnding,
        @Nullable String introduction,
        @Nullable Instant since,
        @Nullable Integer brokenCode) {

    static final TwilioConnection NONE = new TwilioConnection(false, null, null, null, null, null);
}
