package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AccountCommand.SignUp;
import medflip.accounts.write.DeviceStore.What;
import medflip.accounts.write.SignInStore.Credentials;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.command.PastAnswers;
import medflip.platform.command.PastAnswers.PastAnswer;
import medflip.platform.command.RequestRejection;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.text.PhoneNumbers;
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

/** Signing up, in and out. */
@RestController
class SignInApi {

    private final Commands commands;
    private final PastAnswers pastAnswers;
    private final SignInStore store;
    private final PasswordEncoder passwords;
    private final BlindIndex index;
    private final SecondStep secondStep;
    private final PasswordRules rules;
    private final Doorkeeper doorkeeper;
    private final RememberMe rememberMe;
    private final Throttle accountThrottle;
    private final Throttle addressThrottle;
    /** Checked where there is no such account, so that its absence can't be told from the time an answer takes. */
    private final String noAccountHash;

    SignInApi(
            Commands commands,
            PastAnswers pastAnswers,
            SignInStore store,
            PasswordEncoder passwords,
            BlindIndex index,
            SecondStep secondStep,
            PasswordRules rules,
            Doorkeeper doorkeeper,
            RememberMe rememberMe,
            Throttle accountThrottle,
            Throttle addressThrottle) {
        this.commands = commands;
        this.pastAnswers = pastAnswers;
        this.store = store;
        this.passwords = passwords;
        this.index = index;
        this.secondStep = secondStep;
        this.rules = rules;
        this.doorkeeper = doorkeeper;
        this.rememberMe = rememberMe;
        this.accountThrottle = accountThrottle;
        this.addressThrottle = addressThrottle;
        this.noAccountHash = Objects.requireNonNull(passwords.encode("no account has this password"));
    }

    record SignUpBody(
            @Schema(requiredMode = REQUIRED) @Nullable String email,
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
                    Stream.of(email, businessName, phone, address, attestsAdult, policyVersion, timeZone)
                            .map(String::valueOf)
                            .toList());
        }
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
     * Opens a business and signs its owner in. A repeat with the same key and body does so once more, and opens
     * nothing.
     */
    @PostMapping("/api/sign-up")
    @Requires(Permission.ANYBODY)
    ResponseEntity<CommandAnswer> signUp(
            @RequestBody SignUpBody body, HttpServletRequest request, HttpServletResponse response) {
        addressThrottle.attempt(request.getRemoteAddr());
        String key = CommandRequest.requiredKey(request);
        Faults faults = new Faults();
        EmailAddress email = faults.required("email", body.email(), EmailAddress::parse);
        String password = faults.required(
                "password",
                body.password(),
                chosen -> rules.check(
                        chosen,
                        Objects.requireNonNullElse(body.email(), ""),
                        Objects.requireNonNullElse(body.businessName(), "")));
        PersonalText businessName = faults.required("businessName", body.businessName(), PersonalText::parse);
        PhoneNumber phone = faults.optional("phone", body.phone(), PhoneNumbers::parse);
        PostalAddress address = faults.optional("address", body.address(), PostalAddress::parse);
        String timeZone = faults.optional(
                "timeZone", body.timeZone(), zone -> ZoneId.of(zone).getId());
        faults.check(body.attestsAdult(), "attestsAdult", AccountRejection.NOT_ADULT.message());
        faults.throwIfAny();
        if (!PublishedPolicy.VERSION.equals(body.policyVersion())) {
            throw new CommandRejected(AccountRejection.POLICY_OUTDATED);
        }
        TenantId tenant = new TenantId(Ids.next());
        UserId user = UserId.of(tenant, Ids.next());
        String hash = Objects.requireNonNull(passwords.encode(password));
        byte[] emailIndex = index.global("sign-in", email.value());
        SignedIn who = new SignedIn(tenant.value(), user.local(), Role.OWNER);
        if (!store.reserve(emailIndex, who, hash)) {
            return openedBefore(emailIndex, key, body, password, request, response);
        }
        Accepted accepted = open(
                tenant,
                new SignUp(
                        AccountId.of(tenant, tenant.value()),
                        user,
                        email,
                        businessName,
                        phone,
                        address,
                        "USD",
                        timeZone == null ? "America/New_York" : timeZone,
                        body.attestsAdult(),
                        PublishedPolicy.VERSION,
                        null),
                Conditions.key(key, requestHash(tenant, body)));
        doorkeeper.admit(user, Set.of(Factor.PASSWORD), What.SIGNED_UP, null, request, response);
        return opened(tenant, accepted);
    }

    /**
     * Whoever has the address now: if they opened their account by this very request, its answer was lost on the way.
     */
    private ResponseEntity<CommandAnswer> openedBefore(
            byte[] emailIndex,
            String key,
            SignUpBody body,
            String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Credentials holder =
                store.find(emailIndex).orElseThrow(() -> new CommandRejected(AccountRejection.EMAIL_TAKEN));
        TenantId tenant = new TenantId(holder.tenantId());
        PastAnswer past =
                pastAnswers.find(tenant, key).orElseThrow(() -> new CommandRejected(AccountRejection.EMAIL_TAKEN));
        require(
                past.requestHash().equals(requestHash(tenant, body))
                        && passwords.matches(password, holder.passwordHash()),
                RequestRejection.IDEMPOTENCY_MISMATCH);
        doorkeeper.admit(holder.user(), Set.of(Factor.PASSWORD), What.SIGNED_UP, null, request, response);
        return opened(tenant, past.accepted());
    }

    private String requestHash(TenantId tenant, SignUpBody body) {
        return index.hex(tenant, "sign-up", body.facts());
    }

    /** A sign-up makes a user too; its answer is about the business. */
    private static ResponseEntity<CommandAnswer> opened(TenantId tenant, Accepted accepted) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(WebHeaders.POSITION, Long.toString(accepted.position()))
                .body(new CommandAnswer(tenant.toString(), accepted.version(), accepted.position()));
    }

    /**
     * Opens a session. A wrong password and an unknown address are answered alike. Where the account has an
     * authenticator app, the same request comes again with a code.
     */
    @PostMapping("/api/sign-in")
    @Requires(Permission.ANYBODY)
    ResponseEntity<Void> signIn(
            @RequestBody SignInBody body, HttpServletRequest request, HttpServletResponse response) {
        addressThrottle.attempt(request.getRemoteAddr());
        byte[] email = index.global(
                "sign-in", Objects.requireNonNullElse(body.email(), "").strip().toLowerCase(java.util.Locale.ROOT));
        accountThrottle.attempt(java.util.HexFormat.of().formatHex(email));
        String password = Objects.requireNonNullElse(body.password(), "");
        Credentials credentials = store.find(email).orElse(null);
        boolean right = passwords.matches(password, credentials == null ? noAccountHash : credentials.passwordHash());
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

    private Accepted open(TenantId tenant, SignUp command, Conditions conditions) {
        try {
            return commands.send(Caller.user(tenant, command.userId().local()), command, conditions);
        } catch (CommandRejected refused) {
            store.release(command.userId().local());
            throw refused;
        }
    }
}
