package medflip.messaging.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import medflip.kernel.PhoneNumber;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final List<String> EAST = List.of("America/New_York");
    private static final List<String> COASTS = List.of("America/New_York", "America/Los_Angeles");

    @Test
    void a_number_is_where_its_area_code_is() {
        assertThat(QuietHours.zones(new PhoneNumber("+16175550155"))).containsExactly("America/New_York");
        assertThat(QuietHours.zones(new PhoneNumber("+13105550155"))).containsExactly("America/Los_Angeles");
        assertThat(QuietHours.zones(new PhoneNumber("+18085550155"))).containsExactly("Pacific/Honolulu");
    }

    @Test
    void a_number_that_does_not_say_where_it_is_may_be_on_either_coast() {
        assertThat(QuietHours.zones(new PhoneNumber("+18005550155"))).isEqualTo(COASTS);
        assertThat(QuietHours.zones(new PhoneNumber("[erased]"))).isEqualTo(COASTS);
    }

    @Test
    void from_eight_to_nine_it_is_day_and_not_a_second_longer() {
        assertThat(opens(EAST, "2026-11-27T13:00:00Z")).isEqualTo("2026-11-27T13:00:00Z");
        assertThat(opens(EAST, "2026-11-27T12:59:59Z")).isEqualTo("2026-11-27T13:00:00Z");
        assertThat(opens(EAST, "2026-11-28T01:59:59Z")).isEqualTo("2026-11-28T01:59:59Z");
        assertThat(opens(EAST, "2026-11-28T02:00:00Z")).isEqualTo("2026-11-28T13:00:00Z");
    }

    @Test
    void where_a_number_may_be_in_two_zones_it_is_day_in_both() {
        assertThat(opens(COASTS, "2026-11-27T13:00:00Z")).isEqualTo("2026-11-27T16:00:00Z");
        assertThat(opens(COASTS, "2026-11-28T02:30:00Z")).isEqualTo("2026-11-28T16:00:00Z");
    }

    @Test
    void the_clock_that_changes_in_the_night_changes_the_morning() {
        assertThat(opens(EAST, "2026-11-01T03:00:00Z")).isEqualTo("2026-11-01T13:00:00Z");
    }

    private static String opens(List<String> zones, String at) {
        return QuietHours.opens(zones, Instant.parse(at)).toString();
    }
}
