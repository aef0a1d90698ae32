package medflip.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** Lets a key do something so many times a period; who asks more often waits. */
public final class Throttle {

    /** Too many attempts: 429 with Retry-After. */
    public static final class TooMany extends RuntimeException {
        private final long retryAfterSeconds;

        TooMany(long retryAfterSeconds) {
            super("Too many attempts");
            this.retryAfterSeconds = retryAfterSeconds;
        }

        long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }

    private static final long MOST_KEYS = 100_000;

    private final long times;
    private final Duration period;
    private final Cache<String, Bucket> buckets;

    public Throttle(long times, Duration period) {
        this.times = times;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(period)
                .build();
    }

    /** @throws TooMany if the key has used up its attempts */
    public void attempt(String key) {
        Allowance allowance = take(key);
        if (!allowance.granted()) {
            throw new TooMany(allowance.retryAfterSeconds());
        }
    }

    Allowance take(String key) {
        Bucket bucket = buckets.get(
                key,
                k -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Allowance(
                probe.isConsumed(),
                times,
                period,
                probe.getRemainingTokens(),
                Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
    }
}
