package medflip.platform.work;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says every second that somebody is at work, until closed. */
public final class Heartbeat implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final CountDownLatch closed = new CountDownLatch(1);

    public Heartbeat(Runnable beat) {
        Thread.ofVirtual().name("heartbeat").start(() -> {
            try {
                while (!closed.await(1, TimeUnit.SECONDS)) {
                    beatOnce(beat);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** One that fails is made up for by the next. */
    private static void beatOnce(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException e) {
            log.warn("No sign of life could be given", e);
        }
    }
}
