package medflip.messaging.write;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.type.PhoneNumber;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import medflip.platform.outbox.OutboxChannel;
import medflip.platform.outbox.Outcome;
import medflip.platform.twilio.TwilioAccount;
import medflip.platform.twilio.TwilioVault;
import org.springframework.stereotype.Component;

/**
 * Deletes at Twilio what was texted with somebody who is erased. What is gone already is gone, so a repeat does no
 * harm, and an attempt goes on where the one before it was cut off.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#delete-a-message-resource">Delete a
 *     message</a>
 */
@Component
class TwilioDeletionChannel implements OutboxChannel {

    static final String NAME = "twilio-deletion";

    /** So many texts take half a minute at most; the rest is seen to by the next attempt. */
    private static final int MOST_AT_ONCE = 100;

    private static final int NOT_FOUND = 404;
    private static final int RATE_LIMITED = 429;
    private static final int AUTHENTICATION = 20003;

    /** Twilio deletes no text that is still on its way. */
    private static final int STILL_UNDER_WAY = 20009;

    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final TwilioVault vault;
    private final TwilioClients clients;
    private final ErasedElsewhereStore counted;

    TwilioDeletionChannel(TwilioVault vault, TwilioClients clients, ErasedElsewhereStore counted) {
        this.vault = vault;
        this.clients = clients;
        this.counted = counted;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Deleting twice is deleting once. */
    @Override
    public Duration knowsRepeatsFor() {
        return Duration.ofDays(3);
    }

    @Override
    public boolean isOfEachBusiness() {
        return true;
    }

    @Override
    public Outcome attempt(UUID id, byte[] content) {
        TextsOfNumber wanted = TextsOfNumber.read(content);
        TwilioAccount account = vault.find(wanted.tenantId()).orElse(null);
        if (account == null) {
            return new Outcome.Refused("not-connected");
        }
        TwilioRestClient client = clients.of(account);
        PhoneNumber number = new PhoneNumber(wanted.number());
        try {
            int left = MOST_AT_ONCE;
            left -= delete(Message.reader().setTo(number), left, client, wanted);
            left -= delete(Message.reader().setFrom(number), left, client, wanted);
            return left > 0 ? new Outcome.Done("deleted") : new Outcome.NotDone("more-to-delete", Duration.ZERO);
        } catch (ApiException refused) {
            return outcome(refused);
        } catch (UncheckedIOException silent) {
            return new Outcome.NotDone("unreachable", null);
        }
    }

    /** Answers how many; never more than {@code most}. */
    private int delete(MessageReader found, int most, TwilioRestClient client, TextsOfNumber wanted) {
        int deleted = 0;
        for (Message message : found.limit(Math.max(most, 1)).read(client)) {
            if (deleted == most) {
                break;
            }
            for (Media picture : Media.reader(message.getSid()).read(client)) {
                gone(() -> Media.deleter(message.getSid(), picture.getSid()).delete(client), wanted);
            }
            gone(() -> Message.deleter(message.getSid()).delete(client), wanted);
            deleted++;
        }
        return deleted;
    }

    private void gone(Runnable deletion, TextsOfNumber wanted) {
        try {
            deletion.run();
            counted.add(wanted.tenantId(), wanted.erasure(), TextsAtTwilio.SERVICE);
        } catch (ApiException refused) {
            if (status(refused) != NOT_FOUND) {
                throw refused;
            }
        }
    }

    private static Outcome outcome(ApiException refused) {
        int status = status(refused);
        int code = Objects.requireNonNullElse(refused.getCode(), 0);
        String reason = "twilio-" + (code == 0 ? "http-" + status : code);
        if (status == 401 || code == AUTHENTICATION) {
            return new Outcome.Refused(reason);
        }
        boolean passes = status >= 500 || status == 0 || status == RATE_LIMITED || code == STILL_UNDER_WAY;
        return passes
                ? new Outcome.NotDone(reason, code == STILL_UNDER_WAY ? UNDER_WAY : null)
                : new Outcome.Refused(reason);
    }

    private static int status(ApiException refused) {
        return Objects.requireNonNullElse(refused.getStatusCode(), 0);
    }
}
