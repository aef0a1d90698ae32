package medflip.platform.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import medflip.platform.text.FaultLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where several nodes run, one of them erases somebody, and the others still know in clear what they decoded: looks
 * whether a fence was raised since, and has this node let go of what it remembers.
 */
public final class ErasedElsewhere implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ErasedElsewhere.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Keyring keyring;
    private final List<Runnable> caches;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("erased-elsewhere").factory());
    private final Future<?> looking;
    private @Nullable Instant known;
    private boolean looked;

    /** @param caches whatever remembers values in clear */
    public ErasedElsewhere(Keyring keyring, Runnable... caches) {
        this.keyring = keyring;
        this.caches = List.of(caches);
        looking = timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was opened and decoded before the fence goes; whoever asks again meets the fence. */
    private void look() {
        try {
            Instant newest = keyring.newestFence().orElse(null);
            if (looked && !Objects.equals(newest, known)) {
                keyring.forgetEverything();
                caches.forEach(Runnable::run);
            }
            known = newest;
            looked = true;
        } catch (RuntimeException e) {
            log.warn("It can't be seen now who was erased by other nodes: {}", FaultLine.of(e));
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        timer.close();
    }
}
