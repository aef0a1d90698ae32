package medflip.accounts.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.AccountId;
import medflip.accounts.write.AccountCommand.SignUp;
import medflip.platform.command.TenantAggregate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;

/** One business on the service. */
@Aggregate(cache = "aggregateCache")
class Account extends TenantAggregate {

    @AggregateIdentifier
    private AccountId id;

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
    }

    @EventSourcingHandler
    void evolve(BusinessSignedUp event) {
        id = event.accountId();
    }

    @Override
    protected AccountId id() {
        return id;
    }
}
