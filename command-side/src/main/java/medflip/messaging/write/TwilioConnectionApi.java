package medflip.messaging.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import java.util.regex.Pattern;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.messaging.write.TwilioConnectionCommand.ConnectTwilio;
import medflip.messaging.write.TwilioConnectionCommand.DisconnectTwilio;
import medflip.platform.text.Ids;
import medflip.platform.text.PhoneNumbers;
import medflip.platform.twilio.TwilioAccount;
import medflip.platform.twilio.TwilioVault;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.FreshSignIn;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connects the business's own account at Twilio, and disconnects it (policy promises P4.1, P8). */
@RestController
@RequestMapping("/api/twilio-connection")
@Requires(Permission.ADMINISTER)
class TwilioConnectionApi {

    private static final Pattern SID = Pattern.compile("AC[0-9a-f]{32}");
    private static final Pattern SERVICE = Pattern.compile("MG[0-9a-f]{32}");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");
    private static final int SHOWN = 4;
    private static final int INTRODUCTION_MAX = 60;

    private final TwilioVault vault;
    private final TwilioSetup setup;

    TwilioConnectionApi(TwilioVault vault, TwilioSetup setup) {
        this.vault = vault;
        this.setup = setup;
    }

    /**
     * {@code number}: by which the business texts, or the SID of the messaging service that chooses one;
     * {@code introduction}: how the business calls itself in the first text to somebody.
     */
    record TwilioBody(
            @Schema(requiredMode = REQUIRED) @Nullable String accountSid,
            @Schema(requiredMode = REQUIRED) @Nullable String authToken,
            @Schema(requiredMode = REQUIRED) @Nullable String number,
            @Schema(requiredMode = REQUIRED) @Nullable String introduction) {}

    /** Connects an account once Twilio itself says that it and the number are good. Also for a new token. */
    @PostMapping
    @FreshSignIn
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> connectTwilio(CommandRequest request, @RequestBody TwilioBody body) {
        Faults faults = new Faults();
        String sid = faults.required(
                "accountSid",
                body.accountSid(),
                text -> matching(SID, text, "An account SID is AC and 32 digits or letters a to f."));
        String token = faults.required(
                "authToken",
                body.authToken(),
                text -> matching(TOKEN, text, "An auth token is 32 digits or letters a to f."));
        String number = faults.required("number", body.number(), TwilioConnectionApi::numberOrService);
        PersonalText introduction = faults.required("introduction", body.introduction(), PersonalText::parse);
        faults.check(
                introduction == null || introduction.value().length() <= INTRODUCTION_MAX,
                "introduction",
                "This has at most 60 characters.");
        faults.throwIfAny();
        TenantId tenant = request.caller().tenant();
        TwilioAccount account = new TwilioAccount(sid, token, number);
        setup.prepare(tenant, account);
        UUID credentials = Ids.next();
        vault.keep(tenant, credentials, account);
        return request.make(new ConnectTwilio(
                Conversations.connection(tenant), credentials, ending(sid), ending(number), introduction));
    }

    /** Deletes the secrets at once; nothing is sent any more. */
    @PostMapping("/disconnect")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> disconnectTwilio(CommandRequest request) {
        TenantId tenant = request.caller().tenant();
        vault.forget(tenant);
        return request.make(new DisconnectTwilio(Conversations.connection(tenant)));
    }

    private static String numberOrService(String text) {
        String value = text.strip();
        return SERVICE.matcher(value).matches()
                ? value
                : PhoneNumbers.parse(value).value();
    }

    private static String matching(Pattern pattern, String text, String otherwise) {
        String value = text.strip();
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(otherwise);
        }
        return value;
    }

    private static String ending(String value) {
        return value.substring(value.length() - SHOWN);
    }
}
