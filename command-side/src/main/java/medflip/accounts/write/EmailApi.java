package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import medflip.accounts.events.CredentialEvent.EmailChangeAsked;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.AgreeEmailChange;
import medflip.accounts.write.CredentialCommand.AskEmailChange;
import medflip.accounts.write.CredentialCommand.DropEmailChange;
import medflip.kernel.EmailAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
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
import medflip.platform.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The address by which a user signs in becomes another. */
@RestController
class EmailApi {

    /** What a link that agrees to another address is called among links. */
    static final String CHANGE = "change-email";

    private static final Duration CHANGE_GOOD_FOR = Duration.ofDays(1);

    private final Commands commands;
    private final SignInStore store;
    private final Acquaintance acquaintance;
    private final OneTimeLinkIndex links;
    private final PasswordEncoder passwords;
    private final BlindIndex index;
    private final Throttle accountThrottle;
    private final Throttle addressThrottle;
    private final Clock clock;

    EmailApi(
            Commands commands,
            SignInStore store,
            Acquaintance acquaintance,
            OneTimeLinkIndex links,
            PasswordEncoder passwords,
            BlindIndex index,
            Throttle accountThrottle,
            Throttle addressThrottle,
            Clock clock) {
        this.commands = commands;
        this.store = store;
        this.acquaintance = acquaintance;
        this.links = links;
        this.passwords = passwords;
        this.index = index;
        this.accountThrottle = accountThrottle;
        this.addressThrottle = addressThrottle;
        this.clock = clock;
    }

    record LinkBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token) {}

    record ChangeEmailBody(
            @Schema(requiredMode = REQUIRED) @Nullable String email,
            @Schema(requiredMode = REQUIRED) @Nullable String password) {}

    /** @param done whether both addresses have agreed */
    record EmailChangeAnswer(boolean done) {}

    /** Mails a link to each of both addresses. Whether the new one has an account already, only its owner is told. */
    @PostMapping("/api/email-change")
    @Requires(Permission.SELF)
    ResponseEntity<Void> askEmailChange(Caller caller, @RequestBody ChangeEmailBody body) {
        require(!caller.tenant().equals(TenantId.SERVICE), AccountRejection.OPERATORS_ADDRESS);
        UserId user = UserId.of(caller.tenant(), Users.of(caller));
        accountThrottle.attempt("email " + user.local());
        Faults faults = new Faults();
        EmailAddress email = faults.required("email", body.email(), EmailAddress::parse);
        String password = faults.required("password", body.password(), given -> given);
        faults.throwIfAny();
        require(
                passwords.matches(
                        password, store.find(user.local()).orElseThrow().passwordHash()),
                AccountRejection.PASSWORD_WRONG);
        return done(commands.send(
                caller,
                new AskEmailChange(
                        user, Ids.next(), Ids.next(), email, clock.instant().plus(CHANGE_GOOD_FOR))));
    }

    @PostMapping("/api/email-change/agree")
    @Requires(Permission.ANYBODY)
    ResponseEntity<EmailChangeAnswer> agreeEmailChange(@RequestBody LinkBody body, HttpServletRequest request) {
        OneTimeLink link = link(CHANGE, body, request);
        UserId user = UserId.of(link.tenant(), link.local());
        EmailChangeAsked asked = acquaintance
                .emailChange(user, link.id())
                .orElseThrow(() -> new CommandRejected(AccountRejection.LINK_VOID));
        require(
                store.claim(
                        index.global("sign-in", asked.newEmail().value()),
                        user.tenantId().value(),
                        user.local()),
                AccountRejection.EMAIL_TAKEN);
        Accepted accepted = commands.send(
                Caller.link(link.tenant(), link.id()), new AgreeEmailChange(user, link.id(), clock.instant()));
        return ResponseEntity.ok()
                .header(WebHeaders.POSITION, Long.toString(accepted.position()))
                .body(new EmailChangeAnswer(acquaintance.changedEmail(user, asked)));
    }

    @PostMapping("/api/email-change/drop")
    @Requires(Permission.SELF)
    ResponseEntity<Void> dropEmailChange(Caller caller) {
        return done(commands.send(caller, new DropEmailChange(UserId.of(caller.tenant(), Users.of(caller)))));
    }

    private OneTimeLink link(String purpose, LinkBody body, HttpServletRequest request) {
        addressThrottle.attempt(request);
        return links.find(purpose, Objects.requireNonNullElse(body.token(), ""))
                .orElseThrow(() -> new CommandRejected(AccountRejection.LINK_VOID));
    }

    private static ResponseEntity<Void> done(Accepted accepted) {
        return ResponseEntity.noContent()
                .header(WebHeaders.POSITION, Long.toString(accepted.position()))
                .build();
    }
}
