package medflip.catalog.events;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** How a business counts the months that boxes have left: a date printed without a day means the month's end. */
public enum MonthCount {
    /** A box that expires this month has none left. */
    WITHOUT_CURRENT(0),
    /** A box that expires this month has one left. */
    WITH_CURRENT(1);

    private final int current;

    MonthCount(int current) {
        this.current = current;
    }

    /** The first month in which boxes may expire that have so many months left on the day, and haven't expired. */
    public YearMonth earliest(LocalDate day, int months) {
        return YearMonth.from(day).plusMonths(Math.max(0, months - current));
    }

    /** Months left on the day; negative for boxes that have expired. */
    public int left(LocalDate day, YearMonth expiry) {
        long months = YearMonth.from(day).until(expiry, ChronoUnit.MONTHS);
        return (int) (months < 0 ? months : months + current);
    }
}
