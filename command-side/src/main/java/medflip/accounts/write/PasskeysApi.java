package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.accounts.write.DeviceStore.What;
import medflip.accounts.write.PasskeyStore.NamedPasskey;
import medflip.accounts.write.SecondFactorCommand.AddPasskey;
import medflip.accounts.write.SecondFactorCommand.RemovePasskey;
import medflip.kernel.PersonalText;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.Factor;
import medflip.platform.web.Faults;
import medflip.platform.web.FreshSignIn;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Passkeys: to sign in without a password, by what unlocks one's device. */
@RestController
@Requires(Permission.SELF)
class PasskeysApi {

    private static final int NAME_MAX = 80;

    private final Passkeys passkeys;
    private final PasskeyStore store;
    private final Commands commands;
    private final Doorkeeper doorkeeper;
    private final Throttle addressThrottle;

    PasskeysApi(
            Passkeys passkeys, PasskeyStore store, Commands commands, Doorkeeper doorkeeper, Throttle addressThrottle) {
        this.passkeys = passkeys;
        this.store = store;
        this.commands = commands;
        this.doorkeeper = doorkeeper;
        this.addressThrottle = addressThrottle;
    }

    /**
     * What a browser needs to have a passkey made.
     *
     * @param challenge Base64url, as the others
     * @param userHandle by which the device tells its keys for us apart
     * @param known keys that need not be made again on the same device
     */
    record OfferedPasskey(String challenge, String host, String userHandle, List<String> known) {}

    /** What a browser needs to have a passkey answer. */
    record AskedPasskey(String challenge, String host) {}

    /** {@code answer}: what the browser got from the device, {@code PublicKeyCredential.toJSON()} as a text. */
    record PasskeyBody(
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Schema(requiredMode = REQUIRED) @Nullable String answer) {}

    record PasskeyAnswerBody(
            @Schema(requiredMode = REQUIRED) @Nullable String answer) {}

    @GetMapping("/api/passkeys")
    List<NamedPasskey> findPasskeys(SignedIn who) {
        return store.of(who.userId());
    }

    @PostMapping("/api/passkeys/offer")
    @FreshSignIn
    OfferedPasskey offerPasskey(SignedIn who) {
        return new OfferedPasskey(
                text(passkeys.challenge(who.user())),
                passkeys.host(),
                text(bytes(who.user())),
                store.credentialIds(who.userId()).stream()
                        .map(PasskeysApi::text)
                        .toList());
    }

    /** Adds the passkey that the device made. */
    @PostMapping("/api/passkeys/add")
    @FreshSignIn
    ResponseEntity<Void> addPasskey(
            SignedIn who, @RequestBody PasskeyBody body, HttpServletRequest request, HttpServletResponse response) {
        Faults faults = new Faults();
        PersonalText name = faults.required("name", body.name(), PersonalText::parse);
        faults.check(name == null || name.value().length() <= NAME_MAX, "name", "A name has at most 80 characters.");
        String answer = faults.required("answer", body.answer(), a -> a);
        faults.throwIfAny();
        UserId user = who.userId();
        UUID id = Ids.next();
        passkeys.add(user, id, name.value(), answer);
        commands.send(Caller.user(user.tenantId(), user.local()), new AddPasskey(user, id, name));
        store.use(user, id);
        doorkeeper.prove(Set.of(Factor.PASSKEY), request, response);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/passkeys/{id}/remove")
    @FreshSignIn
    ResponseEntity<Void> removePasskey(SignedIn who, @PathVariable UUID id) {
        UserId user = who.userId();
        commands.send(Caller.user(user.tenantId(), user.local()), new RemovePasskey(user, id));
        store.remove(user, id);
        return ResponseEntity.noContent().build();
    }

    /** Whose passkey will answer isn't known yet: the device offers those that it has for us. */
    @PostMapping("/api/sign-in/passkey/ask")
    @Requires(Permission.ANYBODY)
    AskedPasskey askPasskey(HttpServletRequest request) {
        addressThrottle.attempt(request);
        return new AskedPasskey(text(passkeys.challenge(null)), passkeys.host());
    }

    /** Opens a session for whose passkey answered. It is asked for no code besides. */
    @PostMapping("/api/sign-in/passkey")
    @Requires(Permission.ANYBODY)
    ResponseEntity<Void> signInByPasskey(
            @RequestBody PasskeyAnswerBody body, HttpServletRequest request, HttpServletResponse response) {
        addressThrottle.attempt(request);
        doorkeeper.admit(checked(body), Set.of(Factor.PASSKEY), What.SIGNED_IN, null, request, response);
        return ResponseEntity.noContent().build();
    }

    /** Shows once more who has the session, by a passkey of theirs. */
    @PostMapping("/api/session/prove/passkey")
    ResponseEntity<Void> proveByPasskey(
            SignedIn who,
            @RequestBody PasskeyAnswerBody body,
            HttpServletRequest request,
            HttpServletResponse response) {
        require(checked(body).equals(who.userId()), AccountRejection.PASSKEY_REFUSED);
        doorkeeper.prove(Set.of(Factor.PASSKEY), request, response);
        return ResponseEntity.noContent().build();
    }

    private UserId checked(PasskeyAnswerBody body) {
        return passkeys.check(Objects.requireNonNullElse(body.answer(), ""));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
