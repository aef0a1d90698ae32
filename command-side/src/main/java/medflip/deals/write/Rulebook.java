package medflip.deals.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.deals.events.DealRules;
import medflip.deals.events.DealRulesEvent.DealRulesSet;
import medflip.deals.events.DealRulesId;
import medflip.deals.write.DealRulesCommand.SetDealRules;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The rules that a business has for its deals. */
@Aggregate(cache = "aggregateCache")
class Rulebook extends TenantAggregate {

    @AggregateIdentifier
    private DealRulesId id;

    private DealRules rules = DealRules.USUAL;

    Rulebook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetDealRules command) {
        if (id == null || !rules.equals(command.rules())) {
            apply(new DealRulesSet(command.rulesId(), command.rules()));
        }
    }

    @EventSourcingHandler
    void evolve(DealRulesSet event) {
        id = event.rulesId();
        rules = event.rules();
    }

    @Override
    protected DealRulesId id() {
        return id;
    }
}
