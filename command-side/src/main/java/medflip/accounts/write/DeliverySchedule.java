package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.DeliveryFormat;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesPaused;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesRescheduled;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesResumed;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesScheduled;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryAsked;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryFailed;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryMade;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryScheduleRemoved;
import medflip.accounts.events.DeliveryScheduleId;
import medflip.accounts.events.UserId;
import medflip.accounts.write.DeliveryScheduleCommand.DeliverDue;
import medflip.accounts.write.DeliveryScheduleCommand.DeliverNow;
import medflip.accounts.write.DeliveryScheduleCommand.ForgetDeliverySchedule;
import medflip.accounts.write.DeliveryScheduleCommand.PauseDeliveries;
import medflip.accounts.write.DeliveryScheduleCommand.RemoveDeliverySchedule;
import medflip.accounts.write.DeliveryScheduleCommand.RescheduleDeliveries;
import medflip.accounts.write.DeliveryScheduleCommand.ResumeDeliveries;
import medflip.accounts.write.DeliveryScheduleCommand.ScheduleDeliveries;
import medflip.accounts.write.DeliveryScheduleCommand.TellDeliveryFailed;
import medflip.accounts.write.DeliveryScheduleCommand.TellDeliveryMade;
import medflip.accounts.write.DeliveryScheduleCommand.Wish;
import medflip.kernel.PersonalText;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A list that is delivered again and again. Each time is delivered once, and a time that was missed isn't made up. */
@Aggregate(cache = "aggregateCache")
class DeliverySchedule extends TenantAggregate {

    @AggregateIdentifier
    private DeliveryScheduleId id;

    private UserId user;
    private PersonalText name;
    private PersonalText list;
    private DeliveryFormat format;
    private boolean sinceLast;
    private boolean paused;
    private boolean removed;

    /** Behind it is what whoever takes the files doesn't know yet; null while they know nothing. */
    private @Nullable Long position;

    private @Nullable Instant lastDue;
    private final Set<UUID> awaited = new HashSet<>();

    DeliverySchedule() {}

    @CommandHandler
    DeliverySchedule(ScheduleDeliveries command) {
        Wish wish = command.wish();
        apply(new DeliveriesScheduled(
                command.scheduleId(),
                command.userId(),
                wish.name(),
                wish.list(),
                wish.format(),
                wish.sinceLast(),
                wish.times()));
    }

    @EventSourcingHandler
    void evolve(DeliveriesScheduled event) {
        id = event.scheduleId();
        user = event.userId();
        name = event.name();
        list = event.list();
        format = event.format();
        sinceLast = event.sinceLast();
    }

    @CommandHandler
    void decide(RescheduleDeliveries command) {
        requireThere();
        Wish wish = command.wish();
        apply(new DeliveriesRescheduled(
                id, command.userId(), wish.name(), wish.list(), wish.format(), wish.sinceLast(), wish.times()));
    }

    @EventSourcingHandler
    void evolve(DeliveriesRescheduled event) {
        // Changes of another list, or in another form, are changes of nothing that was delivered.
        position = event.list().equals(list) && event.format() == format ? position : null;
        user = event.userId();
        name = event.name();
        list = event.list();
        format = event.format();
        sinceLast = event.sinceLast();
    }

    @CommandHandler
    void decide(PauseDeliveries command) {
        requireThere();
        require(!paused, AccountRejection.DELIVERIES_PAUSED);
        apply(new DeliveriesPaused(id));
    }

    @EventSourcingHandler
    void evolve(DeliveriesPaused event) {
        paused = true;
    }

    @CommandHandler
    void decide(ResumeDeliveries command) {
        requireThere();
        require(paused, AccountRejection.DELIVERIES_NOT_PAUSED);
        apply(new DeliveriesResumed(id));
    }

    @EventSourcingHandler
    void evolve(DeliveriesResumed event) {
        paused = false;
    }

    @CommandHandler
    void decide(RemoveDeliverySchedule command) {
        requireThere();
        apply(new DeliveryScheduleRemoved(id));
    }

    @CommandHandler
    void decide(ForgetDeliverySchedule command) {
        if (!removed) {
            apply(new DeliveryScheduleRemoved(id));
        }
    }

    @EventSourcingHandler
    void evolve(DeliveryScheduleRemoved event) {
        removed = true;
    }

    @CommandHandler
    void decide(DeliverDue command) {
        if (!removed && !paused && (lastDue == null || command.dueAt().isAfter(lastDue))) {
            ask(command.deliveryId(), command.dueAt());
        }
    }

    @CommandHandler
    void decide(DeliverNow command) {
        requireThere();
        require(awaited.isEmpty(), AccountRejection.DELIVERY_UNDER_WAY);
        ask(command.deliveryId(), null);
    }

    private void ask(UUID delivery, @Nullable Instant dueAt) {
        apply(new DeliveryAsked(id, delivery, user, list, format, sinceLast ? position : null, dueAt));
    }

    @EventSourcingHandler
    void evolve(DeliveryAsked event) {
        awaited.add(event.deliveryId());
        lastDue = event.dueAt() == null ? lastDue : event.dueAt();
    }

    @CommandHandler
    void decide(TellDeliveryMade command) {
        if (awaited.contains(command.deliveryId())) {
            apply(new DeliveryMade(
                    id,
                    command.deliveryId(),
                    user,
                    name,
                    command.rows(),
                    command.bytes(),
                    command.position(),
                    command.whole(),
                    command.goodUntil()));
        }
    }

    @EventSourcingHandler
    void evolve(DeliveryMade event) {
        awaited.remove(event.deliveryId());
        position = event.position();
    }

    @CommandHandler
    void decide(TellDeliveryFailed command) {
        if (awaited.contains(command.deliveryId())) {
            apply(new DeliveryFailed(id, command.deliveryId(), user, name, command.failure()));
        }
    }

    @EventSourcingHandler
    void evolve(DeliveryFailed event) {
        awaited.remove(event.deliveryId());
    }

    private void requireThere() {
        require(!removed, AccountRejection.DELIVERIES_REMOVED);
    }

    @Override
    protected DeliveryScheduleId id() {
        return id;
    }
}
