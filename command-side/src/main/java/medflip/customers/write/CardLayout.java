package medflip.customers.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.stream.Stream;
import medflip.customers.events.CardPlan;
import medflip.customers.events.CardPlan.LeadSource;
import medflip.customers.events.CardPlanEvent.CardPlanSet;
import medflip.customers.events.CardPlanId;
import medflip.customers.write.CardPlanCommand.SetCardPlan;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** What a business writes on the cards of its people. */
@Aggregate(cache = "aggregateCache")
class CardLayout extends TenantAggregate {

    @AggregateIdentifier
    private CardPlanId id;

    private CardPlan plan = CardPlan.EMPTY;

    CardLayout() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetCardPlan command) {
        CardPlan wanted = withFormerNames(command.plan());
        if (id == null || !plan.equals(wanted)) {
            apply(new CardPlanSet(command.planId(), wanted));
        }
    }

    /** A lead source that is renamed keeps its people, whose cards say the name that it had. */
    private CardPlan withFormerNames(CardPlan wanted) {
        List<String> inUse = wanted.leadSources().stream().map(LeadSource::name).toList();
        List<LeadSource> sources = wanted.leadSources().stream()
                .map(source -> new LeadSource(
                        source.id(),
                        source.name(),
                        formerNames(source)
                                .filter(name -> !inUse.contains(name))
                                .toList(),
                        source.spending()))
                .toList();
        return new CardPlan(wanted.tags(), wanted.fields(), sources);
    }

    private Stream<String> formerNames(LeadSource source) {
        return plan.leadSources().stream()
                .filter(before -> before.id().equals(source.id()))
                .flatMap(before -> Stream.concat(before.formerNames().stream(), Stream.of(before.name())))
                .filter(name -> !name.equals(source.name()))
                .distinct();
    }

    @EventSourcingHandler
    void evolve(CardPlanSet event) {
        id = event.planId();
        plan = event.plan();
    }

    @Override
    protected CardPlanId id() {
        return id;
    }
}
