package medflip.accounts.write;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.DeliveryFailure;
import medflip.accounts.events.DeliveryFormat;
import medflip.accounts.events.DeliveryScheduleId;
import medflip.accounts.events.DeliveryTimes;
import medflip.accounts.events.UserId;
import medflip.kernel.PersonalText;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;

/** What can be asked about a list that is delivered again and again. */
sealed interface DeliveryScheduleCommand extends Command {
    DeliveryScheduleId scheduleId();

    @Override
    default DeliveryScheduleId aggregateId() {
        return scheduleId();
    }

    /** What is delivered, and when. */
    record Wish(PersonalText name, PersonalText list, DeliveryFormat format, boolean sinceLast, DeliveryTimes times) {}

    /** Has a list delivered from now on, with the user's rights. */
    record ScheduleDeliveries(DeliveryScheduleId scheduleId, UserId userId, Wish wish)
            implements DeliveryScheduleCommand {}

    /** Has something else delivered, or at other times; with the rights of who says so. */
    record RescheduleDeliveries(DeliveryScheduleId scheduleId, UserId userId, Wish wish)
            implements DeliveryScheduleCommand {}

    /** Has nothing delivered by itself for now. */
    record PauseDeliveries(DeliveryScheduleId scheduleId) implements DeliveryScheduleCommand {}

    /** Has it go on. */
    record ResumeDeliveries(DeliveryScheduleId scheduleId) implements DeliveryScheduleCommand {}

    /** Has nothing delivered any more. */
    record RemoveDeliverySchedule(DeliveryScheduleId scheduleId) implements DeliveryScheduleCommand {}

    /** Has it end since somebody whom it names is erased. */
    record ForgetDeliverySchedule(DeliveryScheduleId scheduleId)
            implements DeliveryScheduleCommand, AllowedWhenClosed {}

    /** Notes that a time has come; the same or an earlier one changes nothing. */
    record DeliverDue(DeliveryScheduleId scheduleId, UUID deliveryId, Instant dueAt)
            implements DeliveryScheduleCommand {}

    /** Has it delivered between two times. */
    record DeliverNow(DeliveryScheduleId scheduleId, UUID deliveryId) implements DeliveryScheduleCommand {}

    /** Notes that the file is there; a repeat changes nothing. */
    record TellDeliveryMade(
            DeliveryScheduleId scheduleId,
            UUID deliveryId,
            long rows,
            long bytes,
            long position,
            boolean whole,
            Instant goodUntil)
            implements DeliveryScheduleCommand {}

    /** Notes that there is no file; a repeat changes nothing. */
    record TellDeliveryFailed(DeliveryScheduleId scheduleId, UUID deliveryId, DeliveryFailure failure)
            implements DeliveryScheduleCommand {}
}
