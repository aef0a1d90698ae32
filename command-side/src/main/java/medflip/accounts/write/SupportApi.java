package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import medflip.accounts.events.SupportId;
import medflip.accounts.write.SupportCommand.EnterSupport;
import medflip.accounts.write.SupportCommand.GrantSupport;
import medflip.accounts.write.SupportCommand.LeaveSupport;
import medflip.accounts.write.SupportCommand.RevokeSupport;
import medflip.accounts.write.SupportStore.Grant;
import medflip.kernel.PersonalText;
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.FreshSignIn;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import medflip.platform.web.SupportVisitor;
import medflip.platform.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Letting the service's staff in for a while, and coming in. */
@RestController
class SupportApi {

    private static final int HOURS_MAX = 24;

    private final Acquaintance acquaintance;
    private final SupportStore store;
    private final Doorkeeper doorkeeper;
    private final Commands commands;
    private final Clock clock;

    SupportApi(Acquaintance acquaintance, SupportStore store, Doorkeeper doorkeeper, Commands commands, Clock clock) {
        this.acquaintance = acquaintance;
        this.store = store;
        this.doorkeeper = doorkeeper;
        this.commands = commands;
        this.clock = clock;
    }

    /** {@code mayWrite}: left out, they may only look. */
    record SupportBody(
            @Schema(requiredMode = REQUIRED) @Nullable String reason,
            @Schema(requiredMode = REQUIRED) @Nullable Integer hours,
            @Nullable Boolean mayWrite) {}

    /** Lets the service's staff look at the business, or help in it, for 1 to 24 hours. */
    @PostMapping("/api/support")
    @Requires(Permission.ADMINISTER)
    @FreshSignIn
    ResponseEntity<CommandAnswer> grantSupport(CommandRequest request, @RequestBody SupportBody body) {
        Faults faults = new Faults();
        PersonalText reason = faults.required("reason", body.reason(), PersonalText::parse);
        Integer hours = faults.required("hours", body.hours(), h -> h);
        faults.check(hours == null || hours >= 1 && hours <= HOURS_MAX, "hours", "Hours are 1 to 24.");
        faults.throwIfAny();
        return request.make(new GrantSupport(
                SupportId.of(request.caller().tenant(), Ids.next()),
                reason,
                Boolean.TRUE.equals(body.mayWrite()),
                clock.instant().plus(Duration.ofHours(hours))));
    }

    /** Ends it at once: whoever is in is out within a second. */
    @PostMapping("/api/support/{id}/revoke")
    @Requires(Permission.ADMINISTER)
    ResponseEntity<CommandAnswer> revokeSupport(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RevokeSupport(SupportId.of(request.caller().tenant(), id)));
    }

    /** Has the operator's own session be in the business from now on, until they leave or the time is over. */
    @PostMapping("/api/operator/support/{id}/enter")
    @Requires(Permission.OPERATE)
    ResponseEntity<Void> enterSupport(
            SignedIn who,
            Authentication known,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response) {
        Grant grant = store.find(id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        Accepted entered = commands.send(
                Caller.operator(grant.id().tenantId(), who.user()),
                new EnterSupport(grant.id(), who.user(), acquaintance.email(who.userId()), clock.instant()));
        SupportVisitor visitor =
                new SupportVisitor(grant.id().tenantId().value(), who.user(), id, grant.mayWrite(), grant.goodUntil());
        String session = doorkeeper.turnInto(known, visitor, request, response);
        if (!store.enter(grant.id(), session)) {
            // It was ended at this very moment, before this session was known to be in.
            doorkeeper.turnBack(known, who, request, response);
            throw new CommandRejected(AccountRejection.SUPPORT_OVER);
        }
        return done(entered);
    }

    /** Has the operator's session be their own again. */
    @PostMapping("/api/support/leave")
    @Requires(Permission.SESSION)
    ResponseEntity<Void> leaveSupport(Authentication known, HttpServletRequest request, HttpServletResponse response) {
        require(known.getPrincipal() instanceof SupportVisitor, RequestRejection.NOT_FOUND);
        SupportVisitor visitor = (SupportVisitor) Objects.requireNonNull(known.getPrincipal());
        Accepted left = commands.send(
                visitor.caller(),
                new LeaveSupport(SupportId.of(visitor.caller().tenant(), visitor.grant()), visitor.operator()));
        store.leave(Objects.requireNonNull(request.getSession(false)).getId());
        doorkeeper.turnBack(known, visitor.atHome(), request, response);
        return done(left);
    }

    private static ResponseEntity<Void> done(Accepted accepted) {
        return ResponseEntity.noContent()
                .header(WebHeaders.POSITION, Long.toString(accepted.position()))
                .build();
    }
}
