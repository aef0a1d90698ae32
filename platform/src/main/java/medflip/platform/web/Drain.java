package medflip.platform.web;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A process that is asked to stop says at once that it isn't ready, and serves on for a while: until whoever sends it
 * requests has asked, and sends them to another one. Only then does it take no more, and end what it is at.
 */
@Component
public class Drain {

    private final ApplicationContext own;
    private final Duration time;
    private volatile boolean begun;

    /** @param time how long it serves on */
    Drain(ApplicationContext own, @Value("${medflip.drain:0s}") Duration time) {
        this.own = own;
        this.time = time;
    }

    /** Whether it was asked to stop. */
    public boolean begun() {
        return begun;
    }

    /** Before all others that hear of the end, among which are those who make it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void serveOn(ContextClosedEvent closing) {
        // The context of the port for operators tells this one of its own end.
        if (closing.getApplicationContext().equals(own)) {
            begun = true;
            long end = System.nanoTime() + time.toNanos();
            for (long left = time.toNanos();
                    left > 0 && !Thread.currentThread().isInterrupted();
                    left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
