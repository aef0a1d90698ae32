package medflip.accounts.write;

import medflip.accounts.events.DeliveryScheduleEvent.DeliveryAsked;
import medflip.platform.export.ExportStore;
import medflip.platform.export.ExportStore.Wish;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;

/** A list that is to be delivered is made, also where the process died that took the wish. */
@Automation(processingGroup = "accounts.deliveries-asked")
class WhenDeliveryAskedThenMakeIt {

    private final ExportStore store;

    WhenDeliveryAskedThenMakeIt(ExportStore store) {
        this.store = store;
    }

    @EventHandler
    void react(DeliveryAsked event, Recorded recorded) {
        store.ask(
                event.scheduleId().tenantId(),
                event.deliveryId(),
                event.userId().local(),
                recorded.at(),
                new Wish(event.scheduleId().local(), event.list().value(), event.format(), event.since()));
    }
}
