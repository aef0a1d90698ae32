package medflip.launcher;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
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

    /** What somebody at the phone {@code number} does: writes {@code body}, and sends a photo along if they want to. */
    record ReplyBody(
            @Schema(requiredMode = REQUIRED) @Nullable String number,
            @Schema(requiredMode = REQUIRED) @Nullable String body,
            @Nullable Boolean withPhoto) {}

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
        List<byte[]> pictures = Boolean.TRUE.equals(body.withPhoto()) ? List.of(photo()) : List.of();
        int status =
                simulator.getObject().reply(vault.messagesUrl(caller.tenant()), account, from.value(), text, pictures);
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

    /** A picture of a box, as far as one can draw it in one colour. */
    private static byte[] photo() {
        BufferedImage picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        for (int y = 60; y < 180; y++) {
            for (int x = 80; x < 240; x++) {
                picture.setRGB(x, y, 0x2a9d8f);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
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
