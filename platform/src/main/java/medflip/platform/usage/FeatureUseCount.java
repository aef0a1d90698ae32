package medflip.platform.usage;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Keyring;
import medflip.platform.usage.FeatureUseStore.Used;
import medflip.platform.web.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts in memory, and adds to the stored counts every few seconds, so that a request waits for nothing. What a crash
 * takes along is a few seconds of counting.
 */
@Component
class FeatureUseCount implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FeatureUseCount.class);
    private static final Duration STORED_EVERY = Duration.ofSeconds(10);

    private final FeatureUseStore store;
    private final Keyring keyring;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("feature-use").factory());
    private final Future<?> storing;
    private Map<Used, Integer> counts = new HashMap<>();

    FeatureUseCount(FeatureUseStore store, Keyring keyring, Clock clock) {
        this.store = store;
        this.keyring = keyring;
        this.clock = clock;
        storing = timer.scheduleWithFixedDelay(
                this::store, STORED_EVERY.toMillis(), STORED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void count(SignedIn who, String feature, Use use) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        counts.merge(new Used(who.tenant(), who.user(), today, feature, use), 1, Integer::sum);
    }

    /**
     * Adds what was counted to what is stored; what can't be now is added the next time. Of a business that was erased
     * meanwhile nothing is.
     */
    void store() {
        Map<Used, Integer> counted = take();
        try {
            counted.keySet().removeIf(used -> keyring.isErased(new TenantId(used.tenant())));
            store.add(counted);
        } catch (RuntimeException e) {
            log.warn("Counts of features can't be stored now: {}", e.getClass().getName());
            putBack(counted);
        }
    }

    private synchronized Map<Used, Integer> take() {
        Map<Used, Integer> counted = counts;
        counts = new HashMap<>();
        return counted;
    }

    private synchronized void putBack(Map<Used, Integer> counted) {
        counted.forEach((used, times) -> counts.merge(used, times, Integer::sum));
    }

    @Override
    public void close() {
        storing.cancel(false);
        timer.close();
        store();
    }
}
