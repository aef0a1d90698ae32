package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.InvitationEvent.InvitationAccepted;
import medflip.accounts.events.InvitationEvent.InvitationAddressMarked;
import medflip.accounts.events.InvitationEvent.InvitationRevoked;
import medflip.accounts.events.InvitationEvent.MemberInvited;
import medflip.accounts.events.InvitationId;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.InvitationCommand.InviteMember;
import medflip.accounts.write.InvitationCommand.MarkInvitationAddress;
import medflip.accounts.write.InvitationCommand.RevokeInvitation;
import medflip.kernel.EmailAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An address that was asked to join a business. It is answered once. */
@Aggregate(cache = "aggregateCache")
class Invitation extends TenantAggregate {

    /** What a taken invitation says of who took it. */
    record Invited(EmailAddress email, Role role) {}

    @AggregateIdentifier
    private InvitationId id;

    private Invited invited;
    private Instant goodUntil;
    private boolean open;
    private @Nullable AddressFault fault;

    Invitation() {}

    @CommandHandler
    Invitation(InviteMember command) {
        boolean toTheServiceItself = command.invitationId().tenantId().equals(TenantId.SERVICE);
        require(toTheServiceItself == (command.role() == Role.OPERATOR), AccountRejection.NO_ROLE_HERE);
        apply(new MemberInvited(
                command.invitationId(), command.email(), command.role(), command.tokenHash(), command.goodUntil()));
    }

    @EventSourcingHandler
    void evolve(MemberInvited event) {
        id = event.invitationId();
        invited = new Invited(event.email(), event.role());
        goodUntil = event.goodUntil();
        open = true;
    }

    @CommandHandler
    void decide(MarkInvitationAddress command) {
        if (open && fault != command.fault()) {
            apply(new InvitationAddressMarked(id, command.fault(), command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(InvitationAddressMarked event) {
        fault = event.fault();
    }

    @CommandHandler
    void decide(RevokeInvitation command) {
        require(open, AccountRejection.INVITATION_VOID);
        apply(new InvitationRevoked(id));
    }

    @EventSourcingHandler
    void evolve(InvitationRevoked event) {
        open = false;
    }

    Invited accept(UserId user, Instant at) {
        require(open && at.isBefore(goodUntil), AccountRejection.INVITATION_VOID);
        apply(new InvitationAccepted(id, user));
        return invited;
    }

    @EventSourcingHandler
    void evolve(InvitationAccepted event) {
        open = false;
    }

    @Override
    protected InvitationId id() {
        return id;
    }
}
