package medflip.accounts.read.deliveries;

import java.util.List;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is delivered by a clock, for who may take lists away: people, and other systems with a key. */
@RestController
@Requires(Permission.EXPORT)
class DeliveriesApi {

    private final DeliveriesStore store;

    DeliveriesApi(DeliveriesStore store) {
        this.store = store;
    }

    /** All lists that are delivered, by name. */
    @GetMapping("/api/delivery-schedules")
    @Reads({DeliveriesProjection.GROUP, "accounts.workspace"})
    List<DeliveryPlan> findDeliverySchedules(Caller caller) {
        return store.plans(caller.tenant());
    }

    /** One of them. */
    @GetMapping("/api/delivery-schedules/{id}")
    @Reads({DeliveriesProjection.GROUP, "accounts.workspace"})
    DeliveryPlan findDeliverySchedule(Caller caller, @PathVariable UUID id) {
        return store.plan(caller.tenant(), id).orElseThrow(DeliveriesApi::notFound);
    }

    /** Its last deliveries, the newest first. */
    @GetMapping("/api/delivery-schedules/{id}/deliveries")
    @Reads({DeliveriesProjection.GROUP, "accounts.workspace"})
    List<ScheduledDelivery> findDeliveries(Caller caller, @PathVariable UUID id) {
        findDeliverySchedule(caller, id);
        return store.deliveries(caller.tenant(), id);
    }

    /** One delivery. */
    @GetMapping("/api/deliveries/{id}")
    @Reads(DeliveriesProjection.GROUP)
    ScheduledDelivery findDelivery(Caller caller, @PathVariable UUID id) {
        return store.delivery(caller.tenant(), id).orElseThrow(DeliveriesApi::notFound);
    }

    private static CommandRejected notFound() {
        return new CommandRejected(RequestRejection.NOT_FOUND);
    }
}
