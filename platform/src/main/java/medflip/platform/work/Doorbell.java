package medflip.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import medflip.platform.text.FaultLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has one thread look for work whenever somebody rings. Whoever rings while it looks is heard once it has finished, so
 * nothing that was there at the last ring is overlooked.
 */
public final class Doorbell implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Doorbell.class);

    /** Longer than an effect on the outside takes, unless the other side hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final Runnable look;
    /** Zero while nobody looks; else how often it rang since. */
    private final AtomicInteger rings = new AtomicInteger();

    private volatile boolean closed;
    private volatile @Nullable Thread looking;

    /** @param look works off all there is; if it fails, the next ring tries again */
    public Doorbell(String name, Runnable look) {
        this.name = name;
        this.look = look;
    }

    /**
     * Has each of what waits seen to for itself: one that fails is left for the next ring, and holds up no other.
     *
     * @param waiting all there is, without what was seen to
     */
    public static <T> Doorbell forEach(String name, Supplier<? extends List<T>> waiting, Consumer<T> seeTo) {
        return new Doorbell(name, () -> {
            for (T one : waiting.get()) {
                try {
                    seeTo.accept(one);
                } catch (RuntimeException e) {
                    log.warn("One of {} can't be seen to now: {}", name, FaultLine.of(e));
                }
            }
        });
    }

    /** Returns at once. */
    public void ring() {
        if (!closed && rings.getAndIncrement() == 0) {
            Thread thread = Thread.ofVirtual().name(name).unstarted(this::lookUntilQuiet);
            looking = thread;
            thread.start();
        }
    }

    private void lookUntilQuiet() {
        int heard;
        do {
            heard = rings.get();
            try {
                if (!closed) {
                    look.run();
                }
            } catch (RuntimeException e) {
                log.warn("{} can't be seen to now: {}", name, FaultLine.of(e));
            }
        } while (!rings.compareAndSet(heard, 0));
    }

    /** Waits, for {@link #PATIENCE} at most, until nobody looks any more: what they need may end after this. */
    @Override
    public void close() {
        closed = true;
        Thread last = looking;
        if (last == null) {
            return;
        }
        try {
            if (!last.join(PATIENCE)) {
                log.warn("{} is still being seen to", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
