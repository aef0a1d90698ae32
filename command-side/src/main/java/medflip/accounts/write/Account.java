package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.AccountEvent.MemberJoined;
import medflip.accounts.events.AccountEvent.MemberRemoved;
import medflip.accounts.events.AccountEvent.MemberRoleChanged;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AccountCommand.ChangeMemberRole;
import medflip.accounts.write.AccountCommand.RemoveMember;
import medflip.accounts.write.AccountCommand.SignUp;
import medflip.platform.command.RequestRejection;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;

/** One business on the service. */
@Aggregate(cache = "aggregateCache")
class Account extends TenantAggregate {

    @AggregateIdentifier
    private AccountId id;

    private final Map<UserId, Role> members = new HashMap<>();

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon hands it commands and events; the account itself asks it nothing
    private final Closure closure = new Closure(this);

    Account() {}

    Account(SignUp command) {
        apply(new BusinessSignedUp(
                command.accountId(),
                command.businessName(),
                command.phone(),
                command.address(),
                command.currency(),
                command.timeZone()));
        apply(new MemberJoined(command.accountId(), command.userId(), Role.OWNER));
    }

    @EventSourcingHandler
    void evolve(BusinessSignedUp event) {
        id = event.accountId();
    }

    /** The role is what the invitation said. */
    void join(UserId user, Role role) {
        apply(new MemberJoined(id, user, role));
    }

    @EventSourcingHandler
    void evolve(MemberJoined event) {
        members.put(event.userId(), event.role());
    }

    @CommandHandler
    void decide(ChangeMemberRole command) {
        Role role = members.get(command.userId());
        require(role != null, RequestRejection.NOT_FOUND);
        require(command.role() != Role.OPERATOR, AccountRejection.NO_ROLE_HERE);
        if (role == command.role()) {
            return;
        }
        requireAnotherOwner(command.userId());
        apply(new MemberRoleChanged(id, command.userId(), command.role()));
    }

    @EventSourcingHandler
    void evolve(MemberRoleChanged event) {
        members.put(event.userId(), event.role());
    }

    @CommandHandler
    void decide(RemoveMember command) {
        require(members.containsKey(command.userId()), RequestRejection.NOT_FOUND);
        requireAnotherOwner(command.userId());
        apply(new MemberRemoved(id, command.userId()));
    }

    @EventSourcingHandler
    void evolve(MemberRemoved event) {
        members.remove(event.userId());
    }

    /** There is one who isn't this user. */
    private void requireAnotherOwner(UserId user) {
        require(
                members.entrySet().stream()
                        .anyMatch(member -> member.getValue() == Role.OWNER
                                && !member.getKey().equals(user)),
                AccountRejection.LAST_OWNER);
    }

    @Override
    protected AccountId id() {
        return id;
    }
}
