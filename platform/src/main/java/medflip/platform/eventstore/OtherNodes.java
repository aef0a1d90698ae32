package medflip.platform.eventstore;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for events that other nodes wrote, since nobody tells this one. */
final class OtherNodes implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OtherNodes.class);

    private final PostgresEventStorageEngine engine;
    private final Duration every;
    private final Runnable newEvents;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** @param newEvents called where the log has become longer, also by this node's own events */
    OtherNodes(PostgresEventStorageEngine engine, Duration every, Runnable newEvents) {
        this.engine = engine;
        this.every = every;
        this.newEvents = newEvents;
        this.thread = Thread.ofVirtual().name("event-lookout").start(this::look);
    }

    private void look() {
        long seen = 0;
        try {
            do {
                long head = head(seen);
                if (head > seen) {
                    seen = head;
                    newEvents.run();
                }
            } while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long head(long otherwise) {
        try {
            return engine.head();
        } catch (RuntimeException e) {
            log.debug("The newest position can't be read now", e);
            return otherwise;
        }
    }

    /** Waits for the last look. It isn't interrupted: that would break the connection on which it may be asking. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
