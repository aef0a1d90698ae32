package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.InvitationId;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AccountCommand.JoinBusiness;
import medflip.accounts.write.DeviceStore.What;
import medflip.accounts.write.InvitationCommand.InviteMember;
import medflip.accounts.write.InvitationCommand.RevokeInvitation;
import medflip.accounts.write.InvitationIndex.OpenInvitation;
import medflip.kernel.EmailAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.KnownStreams;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Factor;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import medflip.platform.web.Throttle;
import medflip.platform.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asking somebody to join, and joining. */
@RestController
@RequestMapping("/api/invitations")
class InvitationsApi {

    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final Clock clock;
    private final BlindIndex index;
    private final InvitationIndex invitations;
    private final InvitationLinks links;
    private final SignInStore store;
    private final PasswordEncoder passwords;
    private final Commands commands;
    private final KnownStreams known;
    private final PasswordRules rules;
    private final Doorkeeper doorkeeper;
    private final Operators operators;
    private final Throttle addressThrottle;

    InvitationsApi(
            Clock clock,
            BlindIndex index,
            InvitationIndex invitations,
            InvitationLinks links,
            SignInStore store,
            PasswordEncoder passwords,
            Commands commands,
            KnownStreams known,
            PasswordRules rules,
            Doorkeeper doorkeeper,
            Operators operators,
            Throttle addressThrottle) {
        this.clock = clock;
        this.index = index;
        this.invitations = invitations;
        this.links = links;
        this.store = store;
        this.passwords = passwords;
        this.commands = commands;
        this.known = known;
        this.rules = rules;
        this.doorkeeper = doorkeeper;
        this.operators = operators;
        this.addressThrottle = addressThrottle;
    }

    record InvitationBody(
            @Schema(requiredMode = REQUIRED) @Nullable String email,
            @Schema(requiredMode = REQUIRED) @Nullable Role role) {}

    /** What a command answers, and the link, which was mailed as well. */
    record InvitationAnswer(String id, long version, long position, String link) {}

    record InvitationLink(String link) {}

    record AcceptInvitationBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token,
            @Schema(requiredMode = REQUIRED) @Nullable String password,
            boolean attestsAdult,
            @Schema(requiredMode = REQUIRED) @Nullable String policyVersion) {}

    /** Asks an address to join, by a link that is good for seven days and for one answer. */
    @PostMapping
    @Requires(Permission.ADMINISTER)
    ResponseEntity<InvitationAnswer> inviteMember(CommandRequest request, @RequestBody InvitationBody body) {
        Faults faults = new Faults();
        EmailAddress email = faults.required("email", body.email(), EmailAddress::parse);
        Role role = faults.required("role", body.role(), r -> r);
        faults.throwIfAny();
        TenantId tenant = request.caller().tenant();
        // Of an address at another business nothing is said here; who holds the link is told.
        require(
                store.find(index.global("sign-in", email.value()))
                        .filter(holder -> holder.tenantId().equals(tenant.value()))
                        .isEmpty(),
                AccountRejection.ALREADY_MEMBER);
        InvitationId id = InvitationId.of(tenant, Ids.next());
        ResponseEntity<CommandAnswer> made = request.make(new InviteMember(
                id,
                email,
                role,
                PrivateToken.hash(links.token(id)),
                clock.instant().plus(GOOD_FOR)));
        CommandAnswer answer = Objects.requireNonNull(made.getBody());
        return ResponseEntity.status(made.getStatusCode())
                .headers(made.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(new InvitationAnswer(
                        answer.id(),
                        answer.version(),
                        answer.position(),
                        links.address(InvitationId.of(tenant, UUID.fromString(answer.id())))));
    }

    /** The link once more, for an owner who wants to hand it over in person. */
    @GetMapping("/{id}/link")
    @Requires(Permission.ADMINISTER)
    ResponseEntity<InvitationLink> findInvitationLink(Caller caller, @PathVariable UUID id) {
        InvitationId invitation = InvitationId.of(caller.tenant(), id);
        known.requireKnown(invitation);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new InvitationLink(links.address(invitation)));
    }

    @PostMapping("/{id}/revoke")
    @Requires(Permission.ADMINISTER)
    ResponseEntity<CommandAnswer> revokeInvitation(CommandRequest request, @PathVariable UUID id) {
        return request.change(
                new RevokeInvitation(InvitationId.of(request.caller().tenant(), id)));
    }

    /** Makes an account of who was invited, and signs them in. The invited address is theirs: the link came there. */
    @PostMapping("/accept")
    @Requires(Permission.ANYBODY)
    ResponseEntity<CommandAnswer> acceptInvitation(
            @RequestBody AcceptInvitationBody body, HttpServletRequest request, HttpServletResponse response) {
        addressThrottle.attempt(request);
        Faults faults = new Faults();
        String password = faults.required("password", body.password(), candidate -> rules.check(candidate));
        faults.check(body.attestsAdult(), "attestsAdult", AccountRejection.NOT_ADULT.message());
        faults.throwIfAny();
        require(PublishedPolicy.VERSION.equals(body.policyVersion()), AccountRejection.POLICY_OUTDATED);
        OpenInvitation open = invitations
                .find(PrivateToken.hash(Objects.requireNonNullElse(body.token(), "")))
                .orElseThrow(() -> new CommandRejected(AccountRejection.INVITATION_VOID));
        require(open.role() != Role.OPERATOR || operators.include(open.emailIndex()), AccountRejection.INVITATION_VOID);
        TenantId tenant = open.id().tenantId();
        UserId user = UserId.of(tenant, Ids.next());
        SignedIn who = new SignedIn(tenant.value(), user.local(), open.role());
        require(
                store.reserve(open.emailIndex(), who, Objects.requireNonNull(passwords.encode(password))),
                AccountRejection.EMAIL_TAKEN);
        Accepted joined = join(new JoinBusiness(
                AccountId.of(tenant, tenant.value()),
                user,
                open.id(),
                body.attestsAdult(),
                PublishedPolicy.VERSION,
                clock.instant()));
        doorkeeper.admit(user, Set.of(Factor.PASSWORD), What.SIGNED_UP, null, request, response);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(WebHeaders.POSITION, Long.toString(joined.position()))
                .body(new CommandAnswer(user.local().toString(), 0, joined.position()));
    }

    private Accepted join(JoinBusiness command) {
        try {
            return commands.send(
                    Caller.user(command.userId().tenantId(), command.userId().local()), command);
        } catch (CommandRejected refused) {
            store.release(command.userId().local());
            throw refused;
        }
    }
}
