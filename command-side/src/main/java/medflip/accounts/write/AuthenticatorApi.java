package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AuthenticatorStore.Authenticator;
import medflip.accounts.write.SecondFactorCommand.AddAuthenticator;
import medflip.accounts.write.SecondFactorCommand.RemoveAuthenticator;
import medflip.accounts.write.SecondFactorCommand.RenewRecoveryCodes;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.Factor;
import medflip.platform.web.FreshSignIn;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An authenticator app as a second step of the sign-in. */
@RestController
@RequestMapping("/api/authenticator")
@Requires(Permission.SELF)
class AuthenticatorApi {

    private final AuthenticatorStore store;
    private final SecondStep secondStep;
    private final Commands commands;
    private final Doorkeeper doorkeeper;
    private final Throttle secondFactorThrottle;
    private final SecureRandom random = new SecureRandom();

    AuthenticatorApi(
            AuthenticatorStore store,
            SecondStep secondStep,
            Commands commands,
            Doorkeeper doorkeeper,
            Throttle secondFactorThrottle) {
        this.store = store;
        this.secondStep = secondStep;
        this.commands = commands;
        this.doorkeeper = doorkeeper;
        this.secondFactorThrottle = secondFactorThrottle;
    }

    /** @param inUse whether the sign-in asks for a code */
    record AuthenticatorState(boolean inUse) {}

    /**
     * What the app is told.
     *
     * @param secret to be typed where nothing can be scanned
     * @param address to be shown as a QR code
     */
    record OfferedAuthenticator(String secret, String address) {}

    record CodeBody(
            @Schema(requiredMode = REQUIRED) @Nullable String code) {}

    /** Each good for one sign-in without the app. They are shown this once. */
    record RecoveryCodes(List<String> recoveryCodes) {}

    @GetMapping
    AuthenticatorState findAuthenticator(SignedIn who) {
        return new AuthenticatorState(store.find(who.userId())
                .filter(found -> found.recoveryCodes() != null)
                .isPresent());
    }

    /** Makes a secret for the app; nothing changes until a code of it was shown. */
    @PostMapping("/offer")
    @FreshSignIn
    ResponseEntity<OfferedAuthenticator> offerAuthenticator(SignedIn who) {
        require(
                store.find(who.userId())
                        .filter(found -> found.recoveryCodes() != null)
                        .isEmpty(),
                AccountRejection.AUTHENTICATOR_IN_USE);
        byte[] bytes = new byte[Totp.SECRET_BYTES];
        random.nextBytes(bytes);
        store.offer(who.userId(), bytes);
        String secret = Totp.base32(bytes);
        String label =
                URLEncoder.encode("MedFlip Profit", StandardCharsets.UTF_8).replace("+", "%20");
        return secret(
                new OfferedAuthenticator(secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + label));
    }

    /** Puts the app in use, if the code is one it shows now. */
    @PostMapping("/confirm")
    @FreshSignIn
    ResponseEntity<RecoveryCodes> confirmAuthenticator(
            SignedIn who, @RequestBody CodeBody body, HttpServletRequest request, HttpServletResponse response) {
        UserId user = who.userId();
        secondFactorThrottle.attempt(user.value());
        Authenticator offered =
                store.find(user).orElseThrow(() -> new CommandRejected(AccountRejection.SECOND_FACTOR_WRONG));
        require(
                secondStep.isOfApp(user, offered, Objects.requireNonNullElse(body.code(), "")),
                AccountRejection.SECOND_FACTOR_WRONG);
        UUID codes = Ids.next();
        commands.send(caller(user), new AddAuthenticator(user, codes));
        store.use(user, codes);
        doorkeeper.prove(Set.of(Factor.AUTHENTICATOR), request, response);
        return secret(new RecoveryCodes(secondStep.recoveryCodes(user, codes)));
    }

    /** The old recovery codes are good for nothing from now on. */
    @PostMapping("/recovery-codes")
    @FreshSignIn
    ResponseEntity<RecoveryCodes> renewRecoveryCodes(SignedIn who) {
        UserId user = who.userId();
        UUID codes = Ids.next();
        commands.send(caller(user), new RenewRecoveryCodes(user, codes));
        store.use(user, codes);
        return secret(new RecoveryCodes(secondStep.recoveryCodes(user, codes)));
    }

    /** The password is enough again. */
    @PostMapping("/remove")
    @FreshSignIn
    ResponseEntity<Void> removeAuthenticator(SignedIn who) {
        commands.send(caller(who.userId()), new RemoveAuthenticator(who.userId()));
        store.remove(who.userId());
        return ResponseEntity.noContent().build();
    }

    private static Caller caller(UserId user) {
        return Caller.user(user.tenantId(), user.local());
    }

    private static <T> ResponseEntity<T> secret(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
