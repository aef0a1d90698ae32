package medflip.billing.inbound.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.kernel.TenantId;
import medflip.platform.inbox.Delivery;
import medflip.platform.inbox.Inbox;
import medflip.platform.stripe.StripeAccount;
import medflip.platform.web.Throttle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where Stripe calls: the operator's own account, for all businesses. What counts is the signature over the very bytes
 * that came, by any secret that is in use, and made within five minutes. Whose business it is about is found out later,
 * by asking Stripe. What is Stripe's is on disk before it is answered.
 *
 * @see <a href="https://docs.stripe.com/webhooks/signature">Signatures of webhooks</a>
 */
@RestController
@Hidden
class StripeWebhook {

    private static final String PROVIDER = "stripe";
    private static final String SIGNATURE = "Stripe-Signature";
    private static final Duration TOLERANCE = Duration.ofSeconds(Webhook.DEFAULT_TOLERANCE);
    private static final int MOST_BYTES = 1_000_000;
    private static final Pattern ID = Pattern.compile("evt_[A-Za-z0-9_]{1,100}");
    private static final Pattern TYPE = Pattern.compile("[a-z_]+(\\.[a-z0-9_]+)+");
    private static final Pattern SIGNED_AT = Pattern.compile("(?:^|,)\\s*t=(\\d{1,12})(?:,|$)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StripeAccount account;
    private final Inbox inbox;
    private final Clock clock;
    private final Throttle throttle;

    StripeWebhook(
            StripeAccount account,
            Inbox inbox,
            Clock clock,
            @Value("${medflip.webhooks.calls-per-source:6000}") int calls) {
        this.account = account;
        this.inbox = inbox;
        this.clock = clock;
        this.throttle = new Throttle(calls, Duration.ofMinutes(1));
    }

    /** Something happened at Stripe. */
    @PostMapping("/webhooks/stripe")
    ResponseEntity<Void> take(HttpServletRequest request) throws IOException {
        throttle.attempt(request);
        byte[] content = request.getInputStream().readNBytes(MOST_BYTES + 1);
        String signature = request.getHeader(SIGNATURE);
        if (signature == null
                || content.length > MOST_BYTES
                || !isSigned(new String(content, StandardCharsets.UTF_8), signature)) {
            return ResponseEntity.badRequest().build();
        }
        JsonNode event;
        try {
            event = JSON.readTree(content);
        } catch (JacksonException senseless) {
            return ResponseEntity.badRequest().build();
        }
        String id = event.path("id").asString("");
        String type = event.path("type").asString("");
        if (!ID.matcher(id).matches() || !TYPE.matcher(type).matches()) {
            return ResponseEntity.badRequest().build();
        }
        // An endpoint that takes both hears of tries, too: they concern nobody here.
        if (event.path("livemode").asBoolean(false) == account.live()) {
            inbox.keep(new Delivery(TenantId.SERVICE, PROVIDER, id, kind(type), content));
        }
        return ResponseEntity.ok().build();
    }

    /** The operator sees what it is: of a longer name, the first word is shown. */
    private static String kind(String type) {
        return type.replace('/', '.');
    }

    private boolean isSigned(String payload, String header) {
        Matcher time = SIGNED_AT.matcher(header);
        Instant now = clock.instant();
        // The SDK refuses what is old; what is of the future it takes.
        if (!time.find() || Instant.ofEpochSecond(Long.parseLong(time.group(1))).isAfter(now.plus(TOLERANCE))) {
            return false;
        }
        return account.webhookSecrets().stream().anyMatch(secret -> isSigned(payload, header, secret));
    }

    private boolean isSigned(String payload, String header, String secret) {
        try {
            return Webhook.Signature.verifyHeader(payload, header, secret, TOLERANCE.toSeconds(), clock);
        } catch (SignatureVerificationException forged) {
            return false;
        }
    }
}
