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
}
