package medflip.messaging.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import medflip.kernel.PostalAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateZonesTest {

    @Test
    void a_state_is_known_by_its_letters_and_by_its_name() {
        assertThat(zones("MA", null)).containsExactly("America/New_York");
        assertThat(zones(" n.y. ", "USA")).containsExactly("America/New_York");
        assertThat(zones("hawaii", "United States")).containsExactly("Pacific/Honolulu");
    }

    @Test
    void a_state_on_both_sides_of_a_border_has_both_zones() {
        assertThat(zones("TX", "US")).containsExactly("America/Chicago", "America/Denver");
    }

    @Test
    void elsewhere_and_nowhere_say_nothing() {
        assertThat(zones("MA", "France")).isEmpty();
        assertThat(zones("Ontario", null)).isEmpty();
        assertThat(zones(null, null)).isEmpty();
        assertThat(StateZones.of(null)).isEmpty();
    }

    private static List<String> zones(@Nullable String region, @Nullable String country) {
        return StateZones.of(new PostalAddress("77 Vogsphere Crescent", null, "Boston", region, null, country));
    }
}
