package medflip.platform.outbox;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import medflip.kernel.TenantId;

/**
 * The circuit breakers of one channel: one for all businesses, where they share an account at the service; one for
 * each, where each has an account of its own, so that one whose account is throttled holds up no other.
 */
final class CircuitBreakers {

    private static final TenantId ALL = TenantId.SERVICE;

    private final Clock clock;
    private final boolean ofEach;
    private final Map<TenantId, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    CircuitBreakers(Clock clock, boolean ofEach) {
        this.clock = clock;
        this.ofEach = ofEach;
    }

    /** How many attempts may be made now, over all businesses, of those that one would like to make. */
    int permits(int wanted) {
        CircuitBreaker shared = ofEach ? null : breakers.get(ALL);
        return shared == null ? wanted : shared.permits(wanted);
    }

    /** For whom nothing is tried now. */
    UUID[] resting() {
        return withPermits(0);
    }

    /** For whom one attempt shows whether the service is back. */
    UUID[] probing() {
        return withPermits(1);
    }

    private UUID[] withPermits(int permits) {
        return (ofEach ? breakers.entrySet().stream() : Stream.<Map.Entry<TenantId, CircuitBreaker>>empty())
                .filter(each -> each.getValue().permits(2) == permits)
                .map(each -> each.getKey().value())
                .toArray(UUID[]::new);
    }

    /** Those to whose account nothing happened, or all is well again, aren't remembered. */
    void note(TenantId tenant, Outcome outcome) {
        breakers.compute(ofEach ? tenant : ALL, (whose, known) -> {
            CircuitBreaker breaker = known == null ? new CircuitBreaker(clock) : known;
            breaker.note(outcome);
            return breaker.isAtRest() ? null : breaker;
        });
    }
}
