package medflip.platform.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after the n-th attempt: twice as long each time, at most a quarter of an hour, never in step. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 16;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Between half and the whole of the step's time. */
    Duration after(int attempts) {
        long whole = FIRST.toMillis() << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
        long most = Math.min(whole, LONGEST.toMillis());
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }
}
