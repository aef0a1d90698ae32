package medflip.whole;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for a condition, looking often at first and ever less often, since each look takes time from what is waited
 * for; says what it saw last when it gives up.
 */
final class Eventually {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private Eventually() {}

    static <T> T of(Supplier<T> value, Predicate<T> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_PAUSE;
        while (true) {
            T seen = value.get();
            if (condition.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + PATIENCE + "; last seen: " + seen);
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 3 / 2, LONGEST_PAUSE);
        }
    }
}
