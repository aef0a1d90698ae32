package medflip.messaging.inbound.twilio;

import com.twilio.security.RequestValidator;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import medflip.platform.inbox.Delivery;
import medflip.platform.inbox.Inbox;
import medflip.platform.twilio.TwilioVault;
import medflip.platform.twilio.TwilioVault.Signer;
import medflip.platform.web.PublicUrl;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where Twilio calls. Whose account it is follows from the key in the address alone; the signature must be by that
 * account's token over the address that we gave Twilio, whatever the request says of its host. What is forged is
 * answered as if there were nothing here; what is Twilio's is on disk before it is answered.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Webhook security</a>
 */
@RestController
@Hidden
@RequestMapping("/webhooks/twilio/{key}")
class TwilioWebhook {

    private static final String PROVIDER = "twilio";
    private static final String MESSAGE = "message";
    private static final String SIGNATURE = "X-Twilio-Signature";
    private static final String NOTHING_TO_SAY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";
    private static final Pattern SID = Pattern.compile("[A-Z]{2}[0-9a-f]{32}");
    private static final Pattern STATUS = Pattern.compile("[a-z_]{1,30}");
    private static final int FIELDS_MAX = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TwilioVault vault;
    private final Inbox inbox;
    private final PublicUrl publicUrl;
    private final Throttle throttle;

    TwilioWebhook(
            TwilioVault vault,
            Inbox inbox,
            PublicUrl publicUrl,
            @Value("${medflip.webhooks.calls-per-source:6000}") int calls) {
        this.vault = vault;
        this.inbox = inbox;
        this.publicUrl = publicUrl;
        this.throttle = new Throttle(calls, Duration.ofMinutes(1));
    }

    /** Somebody wrote. The answer says nothing: Twilio itself answers STOP, START and HELP. */
    @PostMapping("/messages")
    ResponseEntity<String> takeMessage(HttpServletRequest request, @PathVariable String key) {
        return take(request, key, MESSAGE, "");
    }

    /** A text has come further. */
    @PostMapping("/status/{conversation}/{text}")
    ResponseEntity<String> takeStatus(
            HttpServletRequest request,
            @PathVariable String key,
            @PathVariable String conversation,
            @PathVariable String text) {
        if (!isUuid(conversation) || !isUuid(text)) {
            return nothingHere();
        }
        String status = field(request, "MessageStatus").toLowerCase(Locale.ROOT);
        return STATUS.matcher(status).matches()
                ? take(request, key, "status/" + conversation + "/" + text, "/" + status)
                : nothingHere();
    }

    private ResponseEntity<String> take(HttpServletRequest request, String key, String kind, String suffix) {
        throttle.attempt(request);
        Signer signer = vault.findSigner(key).orElse(null);
        String sid = field(request, "MessageSid");
        if (signer == null
                || !SID.matcher(sid).matches()
                || request.getParameterMap().size() > FIELDS_MAX) {
            return nothingHere();
        }
        Map<String, String> form = form(request);
        if (!isSigned(request, signer, form) || !signer.account().sid().equals(form.get("AccountSid"))) {
            return nothingHere();
        }
        byte[] content = JSON.writeValueAsBytes(form);
        inbox.keep(new Delivery(signer.tenant(), PROVIDER, sid + suffix, kind, content));
        if (kind.equals(MESSAGE) && !form.getOrDefault("NumMedia", "0").equals("0")) {
            // Read apart from the text: fetching pictures takes longer, and may fail for a while.
            inbox.keep(new Delivery(signer.tenant(), PROVIDER, sid + "/media", "media", content));
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NOTHING_TO_SAY);
    }

    private boolean isSigned(HttpServletRequest request, Signer signer, Map<String, String> form) {
        String signature = request.getHeader(SIGNATURE);
        if (signature == null || request.getQueryString() != null) {
            return false;
        }
        String url = publicUrl.of(request.getRequestURI());
        return signer.tokens().stream().anyMatch(token -> new RequestValidator(token).validate(url, form, signature));
    }

    private static Map<String, String> form(HttpServletRequest request) {
        Map<String, String> form = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
        return form;
    }

    private static String field(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ResponseEntity<String> nothingHere() {
        return ResponseEntity.notFound().build();
    }
}
