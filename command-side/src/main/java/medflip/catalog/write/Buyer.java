package medflip.catalog.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerCorrected;
import medflip.catalog.events.BuyerEvent.BuyerRestored;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.write.BuyerCommand.AddBuyer;
import medflip.catalog.write.BuyerCommand.CorrectBuyer;
import medflip.catalog.write.BuyerCommand.Details;
import medflip.catalog.write.BuyerCommand.RestoreBuyer;
import medflip.catalog.write.BuyerCommand.RetireBuyer;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One wholesale company that a business sells to. */
@Aggregate(cache = "aggregateCache")
class Buyer extends TenantAggregate {

    @AggregateIdentifier
    private BuyerId id;

    private boolean retired;

    Buyer() {}

    @CommandHandler
    Buyer(AddBuyer command) {
        Details details = command.details();
        apply(new BuyerAdded(
                command.buyerId(),
                details.name(),
                details.contact(),
                details.phone(),
                details.email(),
                details.note(),
                details.terms()));
    }

    @EventSourcingHandler
    void evolve(BuyerAdded event) {
        id = event.buyerId();
    }

    @CommandHandler
    void decide(CorrectBuyer command) {
        require(!retired, BuyerRejection.BUYER_RETIRED);
        Details details = command.details();
        apply(new BuyerCorrected(
                id,
                details.name(),
                details.contact(),
                details.phone(),
                details.email(),
                details.note(),
                details.terms()));
    }

    @CommandHandler
    void decide(RetireBuyer command) {
        require(!retired, BuyerRejection.BUYER_RETIRED);
        apply(new BuyerRetired(id));
    }

    @EventSourcingHandler
    void evolve(BuyerRetired event) {
        retired = true;
    }

    @CommandHandler
    void decide(RestoreBuyer command) {
        require(retired, BuyerRejection.BUYER_NOT_RETIRED);
        apply(new BuyerRestored(id));
    }

    @EventSourcingHandler
    void evolve(BuyerRestored event) {
        retired = false;
    }

    @Override
    protected BuyerId id() {
        return id;
    }
}
