package medflip.accounts.events;

import java.time.Instant;
import java.util.UUID;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a list that is delivered again and again. */
public sealed interface DeliveryScheduleEvent extends DomainEvent {
    DeliveryScheduleId scheduleId();

    @Override
    default DeliveryScheduleId aggregateId() {
        return scheduleId();
    }

    /**
     * A list is delivered from now on, with the rights of that user.
     *
     * @param list its address with the filter, such as {@code /api/deals.csv?state=QUOTED}
     * @param sinceLast what has changed since the last delivery, instead of all
     */
    record DeliveriesScheduled(
            DeliveryScheduleId scheduleId,
            UserId userId,

            @PersonalData(value = "accounts.delivery-name", subject = "scheduleId")
            PersonalText name,

            @PersonalData(value = "accounts.delivery-list", subject = "scheduleId")
            PersonalText list,

            DeliveryFormat format,
            boolean sinceLast,
            DeliveryTimes times)
            implements DeliveryScheduleEvent {}

    /** Something else is delivered, or at other times; with the rights of who said so. */
    record DeliveriesRescheduled(
            DeliveryScheduleId scheduleId,
            UserId userId,

            @PersonalData(value = "accounts.delivery-name", subject = "scheduleId")
            PersonalText name,

            @PersonalData(value = "accounts.delivery-list", subject = "scheduleId")
            PersonalText list,

            DeliveryFormat format,
            boolean sinceLast,
            DeliveryTimes times)
            implements DeliveryScheduleEvent {}

    /** Nothing is delivered by itself for now. */
    record DeliveriesPaused(DeliveryScheduleId scheduleId) implements DeliveryScheduleEvent {}

    /** It goes on, from the next time on. */
    record DeliveriesResumed(DeliveryScheduleId scheduleId) implements DeliveryScheduleEvent {}

    /** Nobody wants it any more. */
    record DeliveryScheduleRemoved(DeliveryScheduleId scheduleId) implements DeliveryScheduleEvent {}

    /**
     * The list is to be delivered now.
     *
     * @param since position behind which changes are delivered; absent where all of the list is
     * @param dueAt the time that had come; absent where somebody wanted it between two times
     */
    record DeliveryAsked(
            DeliveryScheduleId scheduleId,
            UUID deliveryId,
            UserId userId,

            @PersonalData(value = "accounts.delivery-list", subject = "scheduleId")
            PersonalText list,

            DeliveryFormat format,
            @Nullable Long since,
            @Nullable Instant dueAt)
            implements DeliveryScheduleEvent {}

    /**
     * The file is there, and can be fetched until then.
     *
     * @param position behind which the next changes are
     * @param whole whether it is all of the list; otherwise it is what has changed
     */
    record DeliveryMade(
            DeliveryScheduleId scheduleId,
            UUID deliveryId,
            UserId userId,

            @PersonalData(value = "accounts.delivery-name", subject = "scheduleId")
            PersonalText name,

            long rows,
            long bytes,
            long position,
            boolean whole,
            Instant goodUntil)
            implements DeliveryScheduleEvent {}

    /** There is no file, and why. */
    record DeliveryFailed(
            DeliveryScheduleId scheduleId,
            UUID deliveryId,
            UserId userId,

            @PersonalData(value = "accounts.delivery-name", subject = "scheduleId")
            PersonalText name,

            DeliveryFailure failure)
            implements DeliveryScheduleEvent {}
}
