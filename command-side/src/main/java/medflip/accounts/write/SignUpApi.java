package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AccountCommand.SignUp;
import medflip.accounts.write.DeviceStore.What;
import medflip.accounts.write.SignInStore.Credentials;
import medflip.accounts.write.SignUpStore.Asked;
import medflip.kernel.EmailAddress;
import medflip.kernel.PostalAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.command.KnownStreams;
import medflip.platform.command.PastAnswers;
import medflip.platform.command.RequestRejection;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Factor;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import medflip.platform.web.Throttle;
import medflip.platform.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing up by a link that is mailed: that it came there shows the address to be theirs, and nobody else learns
 * whether it has an account.
 */
@RestController
@Requires(Permission.ANYBODY)
class SignUpApi {

    private final SignUps signUps;
    private final SignInStore store;
    private final Commands commands;
    private final KnownStreams known;
    private final PastAnswers pastAnswers;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final BlindIndex index;
    private final Doorkeeper doorkeeper;
    private final Throttle accountThrottle;
    private final Throttle addressThrottle;

    SignUpApi(
            SignUps signUps,
            SignInStore store,
            Commands commands,
            KnownStreams known,
            PastAnswers pastAnswers,
            PasswordEncoder passwords,
            PasswordRules rules,
            BlindIndex index,
            Doorkeeper doorkeeper,
            Throttle accountThrottle,
            Throttle addressThrottle) {
        this.signUps = signUps;
        this.store = store;
        this.commands = commands;
        this.known = known;
        this.pastAnswers = pastAnswers;
        this.passwords = passwords;
        this.rules = rules;
        this.index = index;
        this.doorkeeper = doorkeeper;
        this.accountThrottle = accountThrottle;
        this.addressThrottle = addressThrottle;
    }

    record AskSignUpBody(
            @Schema(requiredMode = REQUIRED) @Nullable String email) {}

    record OpenSignUpBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token) {}

    /** @param email to which the link was mailed */
    record OpenedSignUp(String email) {}

    record FinishSignUpBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token,
            @Schema(requiredMode = REQUIRED) @Nullable String password,
            @Schema(requiredMode = REQUIRED) @Nullable String businessName,
            @Nullable String phone,
            @Nullable PostalAddress address,
            boolean attestsAdult,
            @Schema(requiredMode = REQUIRED) @Nullable String policyVersion,
            @Nullable String timeZone) {

        /** What tells a repeat from another sign-up; the password is compared with its own hash. */
        String facts() {
            return String.join(
                    "\n",
                    Stream.of(businessName, phone, address, attestsAdult, policyVersion, timeZone)
                            .map(String::valueOf)
                            .toList());
        }
    }

    /**
     * Mails a link to set the account up; an address that has an account is mailed that it has. The answer is the same,
     * and takes the same time: nobody has looked yet.
     */
    @PostMapping("/api/sign-up")
    ResponseEntity<Void> askSignUp(@RequestBody AskSignUpBody body, HttpServletRequest request) {
        addressThrottle.attempt(request);
        Faults faults = new Faults();
        EmailAddress email = faults.required("email", body.email(), EmailAddress::parse);
        faults.throwIfAny();
        accountThrottle.attempt("sign-up " + HexFormat.of().formatHex(index.global("sign-in", email.value())));
        signUps.ask(email);
        return ResponseEntity.noContent().build();
    }

    /** Whose link it is, as long as it can be used. */
    @PostMapping("/api/sign-up/open")
    OpenedSignUp openSignUp(@RequestBody OpenSignUpBody body, HttpServletRequest request) {
        addressThrottle.attempt(request);
        Asked wish = wish(body.token());
        require(!known.isKnown(wish.owner()), AccountRejection.LINK_VOID);
        return new OpenedSignUp(signUps.email(wish).value());
    }

    /**
     * Uses the link, once: opens the business and signs its owner in. A repeat with the same key and body does so once
     * more, and opens nothing.
     */
    @PostMapping("/api/sign-up/finish")
    ResponseEntity<CommandAnswer> finishSignUp(
            @RequestBody FinishSignUpBody body, HttpServletRequest request, HttpServletResponse response) {
        addressThrottle.attempt(request);
        String key = CommandRequest.requiredKey(request);
        Asked wish = wish(body.token());
        EmailAddress email = signUps.email(wish);
        TenantId tenant = wish.business();
        Faults faults = new Faults();
        String password = faults.required(
                "password",
                body.password(),
                chosen -> rules.check(chosen, email.value(), Objects.requireNonNullElse(body.businessName(), "")));
        NewBusiness business = NewBusiness.parse(
                faults, body.businessName(), body.phone(), body.address(), body.timeZone(), body.attestsAdult());
        faults.throwIfAny();
        require(PublishedPolicy.VERSION.equals(body.policyVersion()), AccountRejection.POLICY_OUTDATED);
        keepAddress(wish, password, key);
        Accepted accepted = open(
                business.by(wish.owner(), email, null),
                Conditions.key(key, index.hex(tenant, "sign-up", body.facts())));
        doorkeeper.admit(wish.owner(), Set.of(Factor.PASSWORD), What.SIGNED_UP, null, request, response);
        // A sign-up makes a user too; its answer is about the business.
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(WebHeaders.POSITION, Long.toString(accepted.position()))
                .body(new CommandAnswer(tenant.toString(), accepted.version(), accepted.position()));
    }

    private Asked wish(@Nullable String token) {
        return signUps.find(Objects.requireNonNullElse(token, ""))
                .orElseThrow(() -> new CommandRejected(AccountRejection.LINK_VOID));
    }

    /**
     * Takes the address and the password. Where the same link took them before, its answer was lost on the way, or we
     * died over it: then the password is the one that was chosen, and a link that was used is used by the same key.
     */
    private void keepAddress(Asked wish, String password, String key) {
        UserId owner = wish.owner();
        boolean used = known.isKnown(owner);
        require(!used || pastAnswers.find(wish.business(), key).isPresent(), AccountRejection.LINK_VOID);
        SignedIn who = new SignedIn(wish.id(), owner.local(), Role.OWNER);
        if (used || !store.reserve(wish.emailIndex(), who, Objects.requireNonNull(passwords.encode(password)))) {
            Credentials holder = store.holder(wish.emailIndex())
                    .filter(held -> held.user().equals(owner))
                    .orElseThrow(() ->
                            new CommandRejected(used ? AccountRejection.LINK_VOID : AccountRejection.EMAIL_TAKEN));
            require(passwords.matches(password, holder.passwordHash()), RequestRejection.IDEMPOTENCY_MISMATCH);
        }
    }

    private Accepted open(SignUp command, Conditions conditions) {
        UserId owner = command.userId();
        try {
            return commands.send(Caller.user(owner.tenantId(), owner.local()), command, conditions);
        } catch (CommandRejected refused) {
            store.release(owner.local());
            throw refused;
        }
    }
}
