package medflip.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import medflip.accounts.events.DeliveryTimes;
import medflip.accounts.events.DeliveryTimes.Rhythm;
import org.junit.jupiter.api.Test;

class DeliveryTimesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DeliveryTimes DAILY = new DeliveryTimes(Rhythm.DAILY, null, null, 7);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }

    private static void goesOn(DeliveryTimes times, String... each) {
        for (int i = 1; i < each.length; i++) {
            assertThat(times.next(at(each[i - 1]), NEW_YORK)).isEqualTo(at(each[i]));
            assertThat(times.latest(at(each[i]), NEW_YORK)).isEqualTo(at(each[i]));
            assertThat(times.latest(at(each[i]).minusSeconds(1), NEW_YORK)).isEqualTo(at(each[i - 1]));
        }
    }

    @Test
    void every_day_at_the_hour_also_over_a_change_of_the_clock() {
        goesOn(DAILY, "2026-10-31T07:00", "2026-11-01T07:00", "2026-11-02T07:00");
    }

    @Test
    void an_hour_that_the_clock_leaps_over_is_the_one_after() {
        DeliveryTimes night = new DeliveryTimes(Rhythm.DAILY, null, null, 2);
        goesOn(night, "2027-03-13T02:00", "2027-03-14T03:00", "2027-03-15T02:00");
    }

    @Test
    void every_week_on_the_day() {
        DeliveryTimes weekly = new DeliveryTimes(Rhythm.WEEKLY, DayOfWeek.MONDAY, null, 0);
        goesOn(weekly, "2026-11-23T00:00", "2026-11-30T00:00", "2026-12-07T00:00");
    }

    @Test
    void every_month_on_its_last_day_where_it_has_no_31st() {
        DeliveryTimes monthly = new DeliveryTimes(Rhythm.MONTHLY, null, 31, 23);
        goesOn(monthly, "2026-12-31T23:00", "2027-01-31T23:00", "2027-02-28T23:00", "2027-03-31T23:00");
    }

    @Test
    void of_many_times_that_were_missed_the_last_one_counts() {
        assertThat(DAILY.latest(at("2026-11-24T06:59"), NEW_YORK)).isEqualTo(at("2026-11-23T07:00"));
    }
}
