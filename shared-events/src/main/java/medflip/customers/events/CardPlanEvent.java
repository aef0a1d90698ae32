package medflip.customers.events;

import medflip.kernel.DomainEvent;

/** What happens to what a business writes on the cards of its people. */
public sealed interface CardPlanEvent extends DomainEvent {
    CardPlanId planId();

    @Override
    default CardPlanId aggregateId() {
        return planId();
    }

    /** From now on these are the tags, fields and lead sources to choose from. */
    record CardPlanSet(CardPlanId planId, CardPlan plan) implements CardPlanEvent {}
}
