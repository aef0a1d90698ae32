package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AccountCommand.SignUp;
import medflip.accounts.write.CredentialCommand.LinkGoogle;
import medflip.accounts.write.CredentialCommand.UnlinkGoogle;
import medflip.accounts.write.DeviceStore.What;
import medflip.accounts.write.Google.Returned;
import medflip.accounts.write.SignInStore.Credentials;
import medflip.kernel.EmailAddress;
import medflip.kernel.PostalAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.RequestRejection;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.Factor;
import medflip.platform.web.Faults;
import medflip.platform.web.FreshSignIn;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import medflip.platform.web.Throttle;
import medflip.platform.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing in and up by Google. An account at Google opens an account here once its owner has linked them: an address
 * alone, though Google vouches for it, opens nothing.
 */
@RestController
@Requires(Permission.ANYBODY)
class GoogleApi {

    private final Google google;
    private final GoogleStore store;
    private final SignInStore signIns;
    private final Commands commands;
    private final PasswordEncoder passwords;
    private final BlindIndex index;
    private final SecondStep secondStep;
    private final Doorkeeper doorkeeper;
    private final Throttle accountThrottle;
    private final Throttle addressThrottle;
    private final SecureRandom random = new SecureRandom();

    GoogleApi(
            Google google,
            GoogleStore store,
            SignInStore signIns,
            Commands commands,
            PasswordEncoder passwords,
            BlindIndex index,
            SecondStep secondStep,
            Doorkeeper doorkeeper,
            Throttle accountThrottle,
            Throttle addressThrottle) {
        this.google = google;
        this.store = store;
        this.signIns = signIns;
        this.commands = commands;
        this.passwords = passwords;
        this.index = index;
        this.secondStep = secondStep;
        this.doorkeeper = doorkeeper;
        this.accountThrottle = accountThrottle;
        this.addressThrottle = addressThrottle;
    }

    record GoogleOffer(boolean offered) {}

    /** @param linked whether an account at Google opens the user's account */
    record GoogleLink(boolean offered, boolean linked) {}

    /** @param next the screen to go on with, within the service; the start page without */
    record AskGoogleBody(@Nullable String next) {}

    /** @param address at Google's, where the browser goes on */
    record AskedGoogle(String address) {}

    record GoogleAnswerBody(
            @Schema(requiredMode = REQUIRED) @Nullable String code,
            @Schema(requiredMode = REQUIRED) @Nullable String state) {}

    /** Whose account at Google it is. */
    enum Standing {
        /** Linked with a user. */
        LINKED,
        /** There is a user with the address, who hasn't linked it. */
        KNOWN_ADDRESS,
        NOBODY
    }

    record AnsweredByGoogle(Standing standing, String email, String next) {}

    /** @param password where the account at Google isn't linked yet: the owner's, who so links it */
    record GoogleSignInBody(
            @Nullable String password, @Nullable String code) {}

    record GoogleSignUpBody(
            @Schema(requiredMode = REQUIRED) @Nullable String email,
            @Schema(requiredMode = REQUIRED) @Nullable String businessName,
            @Nullable String phone,
            @Nullable PostalAddress address,
            boolean attestsAdult,
            @Schema(requiredMode = REQUIRED) @Nullable String policyVersion,
            @Nullable String timeZone) {}

    /** Whether there is a way in by Google. */
    @GetMapping("/api/sign-in/google")
    GoogleOffer findGoogleOffer() {
        return new GoogleOffer(google.isOffered());
    }

    /** Begins. */
    @PostMapping("/api/sign-in/google/ask")
    AskedGoogle askGoogle(@RequestBody AskGoogleBody body, HttpServletRequest request) {
        addressThrottle.attempt(request);
        return asked(body, request);
    }

    /** Takes what Google had the browser bring back. Nobody is signed in by that yet. */
    @PostMapping("/api/sign-in/google/answer")
    AnsweredByGoogle answerOfGoogle(@RequestBody GoogleAnswerBody body, HttpServletRequest request) {
        addressThrottle.attempt(request);
        Returned returned = google.take(body.code(), body.state(), request);
        Standing standing = store.find(returned.shown().identity()).isPresent()
                ? Standing.LINKED
                : signIns.find(returned.shown().email()).isPresent() ? Standing.KNOWN_ADDRESS : Standing.NOBODY;
        return new AnsweredByGoogle(standing, returned.email().value(), returned.next());
    }

    /** Opens a session for who showed an account at Google; one that isn't linked yet is linked by the password. */
    @PostMapping("/api/sign-in/google")
    ResponseEntity<Void> signInByGoogle(
            @RequestBody GoogleSignInBody body, HttpServletRequest request, HttpServletResponse response) {
        addressThrottle.attempt(request);
        ShownByGoogle shown = google.shown(request);
        UserId linked = store.find(shown.identity()).orElse(null);
        UserId user = linked == null ? byPassword(shown, body.password(), request) : linked;
        var factors = secondStep.check(user, linked == null ? Factor.PASSWORD : Factor.GOOGLE, body.code());
        if (linked == null) {
            link(user, shown);
        }
        google.forget(request);
        doorkeeper.admit(user, factors, What.SIGNED_IN, null, request, response);
        return ResponseEntity.noContent().build();
    }

    private UserId byPassword(ShownByGoogle shown, @Nullable String password, HttpServletRequest request) {
        accountThrottle.attempt(HexFormat.of().formatHex(shown.email()));
        Credentials credentials =
                signIns.find(shown.email()).orElseThrow(() -> new CommandRejected(AccountRejection.GOOGLE_REFUSED));
        if (!passwords.matches(Objects.requireNonNullElse(password, ""), credentials.passwordHash())) {
            doorkeeper.noteLater(credentials.user(), What.WRONG_PASSWORD, request);
            throw new CommandRejected(AccountRejection.PASSWORD_WRONG);
        }
        return credentials.user();
    }

    /** Opens a business for who showed an account at Google, and signs them in. Google vouches for the address. */
    @PostMapping("/api/sign-up/google")
    ResponseEntity<Void> signUpByGoogle(
            @RequestBody GoogleSignUpBody body, HttpServletRequest request, HttpServletResponse response) {
        addressThrottle.attempt(request);
        ShownByGoogle shown = google.shown(request);
        Faults faults = new Faults();
        EmailAddress email = faults.required("email", body.email(), EmailAddress::parse);
        NewBusiness business = NewBusiness.parse(
                faults, body.businessName(), body.phone(), body.address(), body.timeZone(), body.attestsAdult());
        faults.throwIfAny();
        require(PublishedPolicy.VERSION.equals(body.policyVersion()), AccountRejection.POLICY_OUTDATED);
        require(
                MessageDigest.isEqual(shown.email(), index.global("sign-in", email.value())),
                AccountRejection.GOOGLE_REFUSED);
        TenantId tenant = new TenantId(Ids.next());
        UserId user = UserId.of(tenant, Ids.next());
        UUID link = Ids.next();
        require(
                signIns.reserve(shown.email(), new SignedIn(tenant.value(), user.local(), Role.OWNER), noPassword()),
                AccountRejection.EMAIL_TAKEN);
        Accepted opened = open(user, link, shown, business.by(user, email, link));
        google.forget(request);
        doorkeeper.admit(user, Set.of(Factor.GOOGLE), What.SIGNED_UP, null, request, response);
        return ResponseEntity.noContent()
                .header(WebHeaders.POSITION, Long.toString(opened.position()))
                .build();
    }

    @GetMapping("/api/google")
    @Requires(Permission.SELF)
    GoogleLink findGoogleLink(SignedIn who) {
        return new GoogleLink(google.isOffered(), store.isLinked(who.userId()));
    }

    /** Begins to link an account at Google with the user. */
    @PostMapping("/api/google/ask")
    @Requires(Permission.SELF)
    @FreshSignIn
    AskedGoogle askGoogleToLink(@RequestBody AskGoogleBody body, HttpServletRequest request) {
        return asked(body, request);
    }

    /** Links the account at Google that this browser has shown with the user. */
    @PostMapping("/api/google/link")
    @Requires(Permission.SELF)
    @FreshSignIn
    ResponseEntity<Void> linkGoogle(SignedIn who, HttpServletRequest request) {
        link(who.userId(), google.shown(request));
        google.forget(request);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/google/unlink")
    @Requires(Permission.SELF)
    @FreshSignIn
    ResponseEntity<Void> unlinkGoogle(SignedIn who) {
        commands.send(who.caller(), new UnlinkGoogle(who.userId()));
        store.removeAll(who.userId());
        return ResponseEntity.noContent().build();
    }

    /**
     * A hash of what nobody knows, which takes as long to compare as anybody's: whoever signs up by Google chooses a
     * password later by mail, if ever.
     */
    private String noPassword() {
        byte[] unknown = new byte[32];
        random.nextBytes(unknown);
        return Objects.requireNonNull(passwords.encode(HexFormat.of().formatHex(unknown)));
    }

    private AskedGoogle asked(AskGoogleBody body, HttpServletRequest request) {
        require(google.isOffered(), RequestRejection.NOT_FOUND);
        return new AskedGoogle(google.ask(body.next(), request));
    }

    private void link(UserId user, ShownByGoogle shown) {
        UUID link = Ids.next();
        linked(user, link, shown, new LinkGoogle(user, link));
    }

    private Accepted open(UserId user, UUID link, ShownByGoogle shown, SignUp command) {
        try {
            return linked(user, link, shown, command);
        } catch (CommandRejected refused) {
            signIns.release(user.local());
            throw refused;
        }
    }

    /** The link waits for the event of the command, whose processor takes it if we die between. */
    private Accepted linked(UserId user, UUID link, ShownByGoogle shown, Command command) {
        require(store.keep(shown.identity(), user, link), AccountRejection.GOOGLE_TAKEN);
        Accepted accepted = commands.send(Caller.user(user.tenantId(), user.local()), command);
        store.use(user, link);
        return accepted;
    }
}
