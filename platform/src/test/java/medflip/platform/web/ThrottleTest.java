package medflip.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final Throttle throttle = new Throttle(2, Duration.ofMinutes(15));

    @Test
    void who_tries_too_often_is_told_how_long_to_wait() {
        throttle.attempt("tammy");
        throttle.attempt("tammy");
        assertThatThrownBy(() -> throttle.attempt("tammy"))
                .isInstanceOfSatisfying(
                        Throttle.TooMany.class,
                        tooMany -> assertThat(tooMany.retryAfterSeconds())
                                .isBetween(1L, Duration.ofMinutes(15).toSeconds()));
    }

    @Test
    void one_keys_attempts_cost_another_nothing() {
        throttle.attempt("tammy");
        throttle.attempt("tammy");
        throttle.attempt("priya");
        throttle.attempt("priya");
        assertThatThrownBy(() -> throttle.attempt("priya")).isInstanceOf(Throttle.TooMany.class);
    }

    @Test
    void who_has_a_network_of_addresses_has_the_attempts_of_one() {
        assertThat(Throttle.place("2001:db8:1:2::1"))
                .isEqualTo(Throttle.place("2001:0db8:0001:0002:ffff:ffff:ffff:ffff"))
                .isEqualTo(Throttle.place("2001:db8:1:2:3::4"))
                .isNotEqualTo(Throttle.place("2001:db8:1:3::1"));
        assertThat(Throttle.place("203.0.113.9"))
                .isEqualTo("203.0.113.9")
                .isEqualTo(Throttle.place("::ffff:203.0.113.9"));
        assertThat(Throttle.place("203.0.113.8")).isNotEqualTo(Throttle.place("203.0.113.9"));
        assertThat(Throttle.place("unknown:proxy")).isEqualTo("unknown:proxy");
    }
}
