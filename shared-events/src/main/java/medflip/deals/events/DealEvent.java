package medflip.deals.events;

import medflip.kernel.DomainEvent;

/** Everything that can happen to a deal, a family for each of its parts. */
public sealed interface DealEvent extends DomainEvent
        permits QuoteEvent, CourseEvent, DeliveryEvent, InspectionEvent, PhotoEvent, PayoutEvent {
    DealId dealId();

    @Override
    default DealId aggregateId() {
        return dealId();
    }
}
