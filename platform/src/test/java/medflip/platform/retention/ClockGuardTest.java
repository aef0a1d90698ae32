package medflip.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import medflip.platform.retention.ClockGuard.ClockState;
import org.junit.jupiter.api.Test;

class ClockGuardTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void P7_a_clock_that_went_evenly_for_a_day_is_believed_and_one_that_did_so_for_less_is_not() {
        assertThat(state(NOON, NOON, tick(hours(1), hours(24)))).isEqualTo(ClockState.TRUSTED);
        assertThat(state(NOON, NOON, tick(hours(1), hours(24).minusMillis(1)))).isEqualTo(ClockState.SETTLING);
    }

    @Test
    void P7_a_clock_that_jumps_ahead_by_a_hundred_days_is_not_believed() {
        Tick before = tick(hours(1), Duration.ofDays(300));
        Instant ahead = NOON.plus(Duration.ofDays(100));
        assertThat(state(ahead, ahead, before)).isEqualTo(ClockState.SETTLING);
        assertThat(ClockGuard.judge(ahead, ahead, before).since()).isEqualTo(ahead);
    }

    @Test
    void P7_a_weekend_without_the_service_is_no_jump() {
        assertThat(state(NOON, NOON, tick(hours(48), Duration.ofDays(9)))).isEqualTo(ClockState.TRUSTED);
        assertThat(state(NOON, NOON, tick(hours(48).plusMillis(1), Duration.ofDays(9))))
                .isEqualTo(ClockState.SETTLING);
    }

    @Test
    void P7_a_clock_that_is_set_back_is_watched_anew_and_believed_a_day_later() {
        Tick ahead = new Tick(NOON.plus(Duration.ofDays(100)), NOON.plus(Duration.ofDays(100)), 0, Map.of());
        assertThat(state(NOON, NOON, ahead)).isEqualTo(ClockState.SETTLING);
        Instant corrected = ClockGuard.judge(NOON, NOON, ahead).since();
        assertThat(corrected).isEqualTo(NOON);
        Instant later = NOON.plus(hours(24));
        assertThat(state(later, later, new Tick(NOON.plus(hours(23)), corrected, 0, Map.of())))
                .isEqualTo(ClockState.TRUSTED);
    }

    @Test
    void P7_a_clock_that_differs_from_the_databases_by_more_than_five_seconds_is_not_believed() {
        Tick longAgo = tick(hours(1), Duration.ofDays(9));
        for (int sign : new int[] {1, -1}) {
            assertThat(state(NOON, NOON.plusSeconds(5L * sign), longAgo)).isEqualTo(ClockState.TRUSTED);
            assertThat(state(NOON, NOON.plusMillis(5_001L * sign), longAgo)).isEqualTo(ClockState.DIFFERENT);
        }
    }

    @Test
    void a_service_that_has_just_begun_destroys_nothing_yet() {
        assertThat(ClockGuard.judge(NOON, NOON, null).state()).isEqualTo(ClockState.SETTLING);
    }

    private static ClockState state(Instant application, Instant database, Tick last) {
        return ClockGuard.judge(application, database, last).state();
    }

    private static Tick tick(Duration ago, Duration unbroken) {
        return new Tick(NOON.minus(ago), NOON.minus(unbroken), 0, Map.of());
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
