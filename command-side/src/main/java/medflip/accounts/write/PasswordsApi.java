package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.ChangePassword;
import medflip.accounts.write.CredentialCommand.ResetPassword;
import medflip.accounts.write.DeviceStore.What;
import medflip.accounts.write.SignInStore.Credentials;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.link.OneTimeLinkIndex;
import medflip.platform.link.OneTimeLinkIndex.OneTimeLink;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Choosing another password: by who knows the present one, and by who reads the account's mail. */
@RestController
class PasswordsApi {

    /** What a link to choose another password is called among links. */
    static final String RESET = "reset-password";

    private final Commands commands;
    private final SignInStore store;
    private final PasswordResets resets;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final Acquaintance acquaintance;
    private final OneTimeLinkIndex links;
    private final BlindIndex index;
    private final Doorkeeper doorkeeper;
    private final Throttle accountThrottle;
    private final Throttle addressThrottle;
    private final Clock clock;

    PasswordsApi(
            Commands commands,
            SignInStore store,
            PasswordResets resets,
            PasswordEncoder passwords,
            PasswordRules rules,
            Acquaintance acquaintance,
            OneTimeLinkIndex links,
            BlindIndex index,
            Doorkeeper doorkeeper,
            Throttle accountThrottle,
            Throttle addressThrottle,
            Clock clock) {
        this.commands = commands;
        this.store = store;
        this.resets = resets;
        this.passwords = passwords;
        this.rules = rules;
        this.acquaintance = acquaintance;
        this.links = links;
        this.index = index;
        this.doorkeeper = doorkeeper;
        this.accountThrottle = accountThrottle;
        this.addressThrottle = addressThrottle;
        this.clock = clock;
    }

    record AskResetBody(
            @Schema(requiredMode = REQUIRED) @Nullable String email) {}

    record ResetBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token,
            @Schema(requiredMode = REQUIRED) @Nullable String password) {}

    record ChangePasswordBody(
            @Schema(requiredMode = REQUIRED) @Nullable String current,
            @Schema(requiredMode = REQUIRED) @Nullable String password) {}

    /**
     * Mails a link, if there is an account with the address. The answer is the same where there is none, and takes the
     * same time: nobody has looked yet.
     */
    @PostMapping("/api/password-reset")
    @Requires(Permission.ANYBODY)
    ResponseEntity<Void> askPasswordReset(@RequestBody AskResetBody body, HttpServletRequest request) {
        addressThrottle.attempt(request);
        byte[] email = index.global(
                "sign-in", Objects.requireNonNullElse(body.email(), "").strip().toLowerCase(Locale.ROOT));
        accountThrottle.attempt("reset " + HexFormat.of().formatHex(email));
        resets.ask(email);
        return ResponseEntity.noContent().build();
    }

    /** Uses the link, once. All sessions end; whoever chose the password signs in with it. */
    @PostMapping("/api/password-reset/use")
    @Requires(Permission.ANYBODY)
    ResponseEntity<Void> resetPassword(@RequestBody ResetBody body, HttpServletRequest request) {
        addressThrottle.attempt(request);
        OneTimeLink link = links.find(RESET, Objects.requireNonNullElse(body.token(), ""))
                .orElseThrow(() -> new CommandRejected(AccountRejection.LINK_VOID));
        UserId user = UserId.of(link.tenant(), link.local());
        Instant now = clock.instant();
        take(
                user,
                link.id(),
                body.password(),
                Caller.link(link.tenant(), link.id()),
                new ResetPassword(user, link.id(), now));
        doorkeeper.endAll(user);
        doorkeeper.note(user, What.PASSWORD_RESET, request);
        return ResponseEntity.noContent().build();
    }

    /** Whoever changes it shows that they know the present one. All other sessions end. */
    @PostMapping("/api/password")
    @Requires(Permission.SELF)
    ResponseEntity<Void> changePassword(
            Caller caller, @RequestBody ChangePasswordBody body, HttpServletRequest request) {
        UserId user = UserId.of(caller.tenant(), Users.of(caller));
        accountThrottle.attempt("password " + user.local());
        Credentials credentials = store.find(user.local()).orElseThrow();
        require(
                passwords.matches(Objects.requireNonNullElse(body.current(), ""), credentials.passwordHash()),
                AccountRejection.PASSWORD_WRONG);
        UUID change = Ids.next();
        // Before the change, so that a crash between leaves nobody in; and after, for who came in meanwhile.
        doorkeeper.endOthers(user, request);
        take(user, change, body.password(), caller, new ChangePassword(user, change));
        doorkeeper.endOthers(user, request);
        doorkeeper.note(user, What.PASSWORD_CHANGED, request);
        return ResponseEntity.noContent().build();
    }

    /** The hash waits for the event, since it is part of none; the event's own processor takes it if we die between. */
    private void take(UserId user, UUID change, @Nullable String chosen, Caller caller, Command command) {
        Faults faults = new Faults();
        String password =
                faults.required("password", chosen, candidate -> rules.check(candidate, acquaintance.names(user)));
        faults.throwIfAny();
        require(
                store.stage(user.local(), change, Objects.requireNonNull(passwords.encode(password))),
                AccountRejection.LINK_VOID);
        try {
            commands.send(caller, command);
        } catch (CommandRejected refused) {
            store.unstage(user.local(), change);
            throw refused;
        }
        store.takeStaged(user.local(), change);
    }
}
