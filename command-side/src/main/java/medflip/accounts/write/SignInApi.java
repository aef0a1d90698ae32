package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.accounts.write.DeviceStore.What;
import medflip.accounts.write.SignInStore.Credentials;
import medflip.platform.command.CommandRejected;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.web.Factor;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
class SignInApi {

    private final SignInStore store;
    private final PasswordEncoder passwords;
    private final PasswordCheck check;
    private final BlindIndex index;
    private final SecondStep secondStep;
    private final Doorkeeper doorkeeper;
    private final RememberMe rememberMe;
    private final Throttle accountThrottle;
    private final Throttle addressThrottle;

    SignInApi(
            SignInStore store,
            PasswordEncoder passwords,
            PasswordCheck check,
            BlindIndex index,
            SecondStep secondStep,
            Doorkeeper doorkeeper,
            RememberMe rememberMe,
            Throttle accountThrottle,
            Throttle addressThrottle) {
        this.store = store;
        this.passwords = passwords;
        this.check = check;
        this.index = index;
        this.secondStep = secondStep;
        this.doorkeeper = doorkeeper;
        this.rememberMe = rememberMe;
        this.accountThrottle = accountThrottle;
        this.addressThrottle = addressThrottle;
    }

    /** @param remember whether this browser shall be known for 30 days */
    record SignInBody(
            @Schema(requiredMode = REQUIRED) @Nullable String email,
            @Schema(requiredMode = REQUIRED) @Nullable String password,
            @Nullable String code,
            @Nullable Boolean remember) {}

    record ProveBody(
            @Schema(requiredMode = REQUIRED) @Nullable String password,
            @Nullable String code) {}

    /**
     * Opens a session. A wrong password and an unknown address are answered alike. Where the account has an
     * authenticator app, the same request comes again with a code.
     */
    @PostMapping("/api/sign-in")
    @Requires(Permission.ANYBODY)
    ResponseEntity<Void> signIn(
            @RequestBody SignInBody body, HttpServletRequest request, HttpServletResponse response) {
        addressThrottle.attempt(request);
        byte[] email = index.global(
                "sign-in", Objects.requireNonNullElse(body.email(), "").strip().toLowerCase(Locale.ROOT));
        accountThrottle.attempt(HexFormat.of().formatHex(email));
        String password = Objects.requireNonNullElse(body.password(), "");
        Credentials credentials = store.find(email).orElse(null);
        boolean right = check.isRight(password, credentials);
        if (credentials == null || !right) {
            if (credentials != null) {
                doorkeeper.noteLater(credentials.user(), What.WRONG_PASSWORD, request);
            }
            throw new CommandRejected(AccountRejection.SIGN_IN_FAILED);
        }
        if (passwords.upgradeEncoding(credentials.passwordHash())) {
            store.upgrade(credentials.userId(), Objects.requireNonNull(passwords.encode(password)));
        }
        Set<Factor> shown = secondStep.check(credentials.user(), Factor.PASSWORD, body.code());
        // A browser that remembers shows no second factor, and some roles need one each time.
        boolean remember =
                Boolean.TRUE.equals(body.remember()) && !credentials.role().needsSecondStep();
        return enter(credentials.user(), shown, remember, request, response);
    }

    /** All was right that was asked for. */
    private ResponseEntity<Void> enter(
            UserId user,
            Set<Factor> shown,
            boolean remember,
            HttpServletRequest request,
            HttpServletResponse response) {
        UUID series = remember ? rememberMe.begin(user, response) : null;
        doorkeeper.admit(user, shown, What.SIGNED_IN, series, request, response);
        return ResponseEntity.noContent().build();
    }

    /** Shows once more who has the session, before what can't be taken back. */
    @PostMapping("/api/session/prove")
    @Requires(Permission.SELF)
    ResponseEntity<Void> prove(
            SignedIn who, @RequestBody ProveBody body, HttpServletRequest request, HttpServletResponse response) {
        accountThrottle.attempt(who.getName());
        boolean right = store.find(who.user())
                .filter(credentials ->
                        passwords.matches(Objects.requireNonNullElse(body.password(), ""), credentials.passwordHash()))
                .isPresent();
        require(right, AccountRejection.PASSWORD_WRONG);
        doorkeeper.prove(secondStep.check(who.userId(), Factor.PASSWORD, body.code()), request, response);
        return ResponseEntity.noContent().build();
    }

    /** Ends the session, and forgets the browser if it was remembered. */
    @PostMapping("/api/sign-out")
    @Requires(Permission.SESSION)
    ResponseEntity<Void> signOut(HttpServletRequest request, HttpServletResponse response) {
        doorkeeper.leave(request);
        rememberMe.forget(request, response);
        return ResponseEntity.noContent().header("Clear-Site-Data", "\"cache\"").build();
    }
}
