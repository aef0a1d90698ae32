package medflip.accounts.events;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When something is delivered, by the clock at the business's place.
 *
 * @param weekday of a weekly one
 * @param dayOfMonth of a monthly one, 1 to 31; in a month that is shorter, its last day
 * @param hour 0 to 23; where the clock leaps over it, the hour after
 */
public record DeliveryTimes(
        Rhythm rhythm,
        @Nullable DayOfWeek weekday,
        @Nullable Integer dayOfMonth,
        int hour) {

    /** How often. */
    public enum Rhythm {
        DAILY,
        WEEKLY,
        MONTHLY
    }

    /** More days than lie between two times. */
    private static final int LOOK_DAYS = 62;

    /** The last time that isn't after then. */
    public Instant latest(Instant now, ZoneId zone) {
        LocalDate day = now.atZone(zone).toLocalDate();
        for (int back = 0; back <= LOOK_DAYS; back++) {
            Instant at = at(day.minusDays(back), zone);
            if (falls(day.minusDays(back)) && !at.isAfter(now)) {
                return at;
            }
        }
        throw new IllegalStateException("No time before " + now + " in " + this);
    }

    /** The first time after then. */
    public Instant next(Instant after, ZoneId zone) {
        LocalDate day = after.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead <= LOOK_DAYS; ahead++) {
            Instant at = at(day.plusDays(ahead), zone);
            if (falls(day.plusDays(ahead)) && at.isAfter(after)) {
                return at;
            }
        }
        throw new IllegalStateException("No time after " + after + " in " + this);
    }

    private boolean falls(LocalDate day) {
        return switch (rhythm) {
            case DAILY -> true;
            case WEEKLY -> day.getDayOfWeek() == weekday;
            case MONTHLY -> dayOfMonth != null && day.getDayOfMonth() == Math.min(dayOfMonth, day.lengthOfMonth());
        };
    }

    private Instant at(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }
}
