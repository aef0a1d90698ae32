package medflip.platform.outbox;

import java.time.Duration;
import java.util.UUID;

/** A way to another service. */
public interface OutboxChannel {

    /** Stored with each row: never change it. */
    String name();

    /**
     * For how long after the first attempt the service knows a repeat by its id, and does it once only; zero if it
     * doesn't. Within that time an attempt whose outcome is unknown is made again.
     */
    Duration knowsRepeatsFor();

    /** Tries once, and gives up in less than a minute. Called by many threads at once. */
    Outcome attempt(UUID id, byte[] content);
}
