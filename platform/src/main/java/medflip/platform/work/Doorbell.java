package medflip.platform.work;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has one thread look for work whenever somebody rings. Whoever rings while it looks is heard once it has finished, so
 * nothing that was there at the last ring is overlooked.
 */
public final class Doorbell implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Doorbell.class);

    private final String name;
    private final Runnable look;
    /** Zero while nobody looks; else how often it rang since. */
    private final AtomicInteger rings = new AtomicInteger();

    private volatile boolean closed;

    /** @param look works off all there is; if it fails, the next ring tries again */
    public Doorbell(String name, Runnable look) {
        this.name = name;
        this.look = look;
    }

    /** Returns at once. */
    public void ring() {
        if (!closed && rings.getAndIncrement() == 0) {
            Thread.ofVirtual().name(name).start(this::lookUntilQuiet);
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
                log.warn("{} can't be seen to now", name, e);
            }
        } while (!rings.compareAndSet(heard, 0));
    }

    @Override
    public void close() {
        closed = true;
    }
}
