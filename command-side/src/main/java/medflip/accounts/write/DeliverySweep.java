package medflip.accounts.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.DeliveryScheduleId;
import medflip.accounts.write.DeliveryScheduleCommand.DeliverDue;
import medflip.accounts.write.DeliveryTimesIndex.Due;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.FaultLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Has lists delivered whose time has come. After a while in which the service was down, the last time that was missed
 * is made up for, and no earlier one. A schedule decides for itself, so a time that is seen twice is delivered once.
 */
@Component
class DeliverySweep {

    private static final Logger log = LoggerFactory.getLogger(DeliverySweep.class);

    private final DeliveryTimesIndex index;
    private final BusinessTimeZones zones;
    private final Commands commands;

    DeliverySweep(DeliveryTimesIndex index, BusinessTimeZones zones, Commands commands) {
        this.index = index;
        this.zones = zones;
        this.commands = commands;
    }

    /** Sees to all that is due by then. */
    void sweep(Instant now) {
        for (Due due : index.due(now)) {
            DeliveryScheduleId schedule = due.schedule();
            try {
                Instant dueAt = due.times().latest(now, zones.zone(schedule.tenantId()));
                commands.send(
                        Caller.job(schedule.tenantId(), "deliveries"),
                        new DeliverDue(schedule, delivery(schedule, dueAt.toString()), dueAt));
            } catch (RuntimeException e) {
                // One that fails holds up no other.
                log.warn("A delivery of {} is due and can't be asked for now: {}", schedule, FaultLine.of(e));
            }
        }
    }

    /** A delivery is called after what it is for, so that a repeat is the same. */
    static UUID delivery(DeliveryScheduleId schedule, String cause) {
        return UUID.nameUUIDFromBytes((schedule.value() + "/" + cause).getBytes(StandardCharsets.UTF_8));
    }

    /** Looks again and again. */
    @Configuration(proxyBeanMethods = false)
    static class Rounds {

        @Bean
        RecurringTask<Void> deliverWhatIsDue(
                DeliverySweep sweep,
                Clock clock,
                @Value("${medflip.exports.look-for-deliveries-every:15s}") Duration every) {
            return Tasks.recurring("accounts.deliveries", FixedDelay.of(every))
                    .execute((task, context) -> sweep.sweep(clock.instant()));
        }
    }
}
