package medflip.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a service alone that doesn't answer: after five failures in a row nothing is tried for half a minute, then one
 * attempt alone, and if that succeeds all the others.
 */
final class CircuitBreaker {

    private static final int FAILURES = 5;
    static final Duration OPEN_FOR = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private Instant closedUntil = Instant.MIN;

    CircuitBreaker(Clock clock) {
        this.clock = clock;
    }

    /** How many attempts may be made now, of those that one would like to make. */
    synchronized int permits(int wanted) {
        if (clock.instant().isBefore(closedUntil)) {
            return 0;
        }
        return failures >= FAILURES ? 1 : wanted;
    }

    synchronized void note(Outcome outcome) {
        switch (outcome) {
            case Outcome.NotDone(String reason, Duration retryAfter) when retryAfter != null -> rest(retryAfter);
            case Outcome.NotDone notDone -> fail();
            case Outcome.Unknown unknown -> fail();
            case Outcome.Done done -> failures = 0;
            case Outcome.Refused refused -> failures = 0;
        }
    }

    /** Whether it knows of nothing: as if it were new. */
    synchronized boolean isAtRest() {
        return failures == 0 && !clock.instant().isBefore(closedUntil);
    }

    private void fail() {
        failures++;
        if (failures >= FAILURES) {
            rest(OPEN_FOR);
        }
    }

    private void rest(Duration duration) {
        Instant end = clock.instant().plus(duration);
        closedUntil = end.isAfter(closedUntil) ? end : closedUntil;
    }
}
