package medflip.accounts.read.deliveries;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.DeliveryFormat;
import medflip.accounts.events.DeliveryTimes.Rhythm;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A list that is delivered again and again.
 *
 * @param userId to whom, and with whose rights
 * @param list its address with the filter
 * @param sinceLast what has changed since the last delivery, instead of all
 * @param hour at the business's place
 * @param nextAt when it is delivered next; absent while it is paused
 * @param last how the last delivery went, if there was one
 */
record DeliveryPlan(
        UUID id,
        UUID userId,
        String name,
        String list,
        DeliveryFormat format,
        boolean sinceLast,
        Rhythm rhythm,
        @Nullable DayOfWeek weekday,
        @Nullable Integer dayOfMonth,
        int hour,
        boolean paused,
        @Nullable Instant nextAt,
        @Nullable ScheduledDelivery last,
        long version)
        implements Versioned {}
