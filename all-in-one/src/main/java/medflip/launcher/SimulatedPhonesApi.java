package medflip.launcher;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.PhoneNumbers;
import medflip.platform.twilio.TwilioAccount;
import medflip.platform.twilio.TwilioVault;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets who tries the service be the person at the other phone. It reaches the business's own simulated account only.
 */
@RestController
@RequestMapping("/api/simulated-phones")
class SimulatedPhonesApi {

    /**
     * Whether and by what texting can be tried.
     *
     * @param available whether there is a simulator
     * @param inUse whether the business texts by it at present
     */
    record SimulatedPhones(
            boolean available,
            boolean inUse,
            @Nullable String accountSid,
            @Nullable String authToken,
            @Nullable String number) {}

    /** What somebody at the phone {@code number} does: writes {@code body}. */
    record ReplyBody(
            @Schema(requiredMode = REQUIRED) @Nullable String number,
            @Schema(requiredMode = REQUIRED) @Nullable String body) {}

    /** How the next text fails; a code of Twilio's such as 30006. */
    record FailureBody(
            @Schema(requiredMode = REQUIRED) @Nullable Integer errorCode) {}

    private final ObjectProvider<TwilioSimulator> simulator;
    private final TwilioVault vault;

    SimulatedPhonesApi(ObjectProvider<TwilioSimulator> simulator, TwilioVault vault) {
        this.simulator = simulator;
        this.vault = vault;
    }

    /** Tells how texting can be tried without an account at Twilio. */
    @GetMapping
    @Requires(Permission.ADMINISTER)
    SimulatedPhones findSimulatedPhones(Caller caller) {
        if (simulator.getIfAvailable() == null) {
            return new SimulatedPhones(false, false, null, null, null);
        }
        TwilioAccount account = TwilioSimulator.account(caller.tenant());
        return new SimulatedPhones(
                true, used(caller.tenant()).isPresent(), account.sid(), account.token(), account.number());
    }

    /** Somebody at a phone writes to the business. */
    @PostMapping("/reply")
    ResponseEntity<Void> replyFromPhone(Caller caller, @RequestBody ReplyBody body) {
        Faults faults = new Faults();
        PhoneNumber from = faults.required("number", body.number(), PhoneNumbers::parse);
        String text = faults.required("body", body.body(), words -> words);
        faults.throwIfAny();
        account(caller.tenant());
        TwilioAccount account = TwilioSimulator.account(caller.tenant());
        int status = simulator.getObject().reply(vault.messagesUrl(caller.tenant()), account, from.value(), text);
        require(status == 200, RequestRejection.CONFLICT);
        return ResponseEntity.noContent().build();
    }

    /** The next text ends undelivered. */
    @PostMapping("/fail-next")
    ResponseEntity<Void> failNextText(Caller caller, @RequestBody FailureBody body) {
        Faults faults = new Faults();
        Integer code = faults.required("errorCode", body.errorCode(), number -> number);
        faults.throwIfAny();
        simulator.getObject().failDelivery(account(caller.tenant()).sid(), code);
        return ResponseEntity.noContent().build();
    }

    private TwilioAccount account(TenantId tenant) {
        return used(tenant).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    private Optional<TwilioAccount> used(TenantId tenant) {
        return simulator.getIfAvailable() == null
                ? Optional.empty()
                : vault.find(tenant).filter(account -> TwilioSimulator.knows(account.sid()));
    }
}
