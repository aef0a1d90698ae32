package medflip.accounts.inbound.resend;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.inbox.Delivery;
import medflip.platform.inbox.Inbox;
import medflip.platform.mail.ResendAccount;
import medflip.platform.mail.ResendTags;
import medflip.platform.mail.SvixSignature;
import medflip.platform.web.Throttle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where Resend calls: the operator's own account, for the mails of all businesses. What counts is the signature over
 * the webhook's id, its time and the very bytes that came. It is kept under the key of the business whose mail it is
 * about, since it names an address; of a business that was erased nothing is kept. What is Resend's is on disk before
 * it is answered.
 *
 * @see <a href="https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests">Webhooks of Resend</a>
 */
@RestController
@Hidden
class ResendWebhook {

    private static final String PROVIDER = "resend";
    private static final int MOST_BYTES = 1_000_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Pattern TYPE = Pattern.compile("[a-z_]{1,40}(\\.[a-z0-9_]{1,40}){1,3}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ResendAccount account;
    private final Inbox inbox;
    private final Clock clock;
    private final Throttle throttle;

    ResendWebhook(
            ResendAccount account,
            Inbox inbox,
            Clock clock,
            @Value("${medflip.webhooks.calls-per-source:6000}") int calls) {
        this.account = account;
        this.inbox = inbox;
        this.clock = clock;
        this.throttle = new Throttle(calls, Duration.ofMinutes(1));
    }

    /** Something became of a mail. */
    @PostMapping("/webhooks/resend")
    ResponseEntity<Void> take(HttpServletRequest request) throws IOException {
        throttle.attempt(request);
        byte[] content = request.getInputStream().readNBytes(MOST_BYTES + 1);
        String id = header(request, "svix-id");
        if (content.length > MOST_BYTES
                || !ID.matcher(id).matches()
                || !SvixSignature.isGenuine(
                        account.webhookSecrets(),
                        id,
                        header(request, "svix-timestamp"),
                        header(request, "svix-signature"),
                        content,
                        clock.instant())) {
            return ResponseEntity.badRequest().build();
        }
        JsonNode event;
        try {
            event = JSON.readTree(content);
        } catch (JacksonException senseless) {
            return ResponseEntity.badRequest().build();
        }
        String type = event.path("type").asString("");
        if (!TYPE.matcher(type).matches()) {
            return ResponseEntity.badRequest().build();
        }
        try {
            inbox.keep(new Delivery(business(event), PROVIDER, id, type, content));
        } catch (CommandRejected erased) {
            // Nobody is left whom it could concern.
            return ResponseEntity.ok().build();
        }
        return ResponseEntity.ok().build();
    }

    /** What names none is of the service itself. */
    private static TenantId business(JsonNode event) {
        JsonNode named = event.path("data").path("tags").path(ResendTags.BUSINESS);
        try {
            return named.isString() ? new TenantId(UUID.fromString(named.asString())) : TenantId.SERVICE;
        } catch (IllegalArgumentException noId) {
            return TenantId.SERVICE;
        }
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
