package medflip.deals.events;

import medflip.kernel.DomainEvent;

/** What happens to the rules that a business has for its deals. */
public sealed interface DealRulesEvent extends DomainEvent {
    DealRulesId rulesId();

    @Override
    default DealRulesId aggregateId() {
        return rulesId();
    }

    /** From now on these rules hold, also for what waits already. */
    record DealRulesSet(DealRulesId rulesId, DealRules rules) implements DealRulesEvent {}
}
