package medflip.platform.messaging;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import medflip.platform.text.FaultLine;
import org.axonframework.eventhandling.EventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Processors that an operator has stopped. Each process stops its own within a second of hearing of it, keeps them
 * stopped when it is started again, and starts them once they may go on: from where they were.
 */
public final class PausedProcessors {

    private static final Logger log = LoggerFactory.getLogger(PausedProcessors.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Supplier<Map<String, EventProcessor>> processors;
    private final Set<String> stoppedHere = new HashSet<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Set<String> paused = Set.of();
    private @Nullable Thread looking;

    /** @param processors those of this process, by their names */
    PausedProcessors(DataSource serviceDataSource, Supplier<Map<String, EventProcessor>> processors) {
        this.jdbc = JdbcClient.create(serviceDataSource);
        this.processors = processors;
    }

    /** As this process last heard. */
    public boolean isPaused(String processor) {
        return paused.contains(processor);
    }

    /** Stops it, on whichever process it is; one that is stopped already stays so. */
    public void pause(String processor) {
        jdbc.sql("INSERT INTO read.paused_processor (processor) VALUES (:processor) ON CONFLICT DO NOTHING")
                .param("processor", processor)
                .update();
        look();
    }

    /** Lets it go on; one that isn't paused does so anyway. */
    public void resume(String processor) {
        jdbc.sql("DELETE FROM read.paused_processor WHERE processor = :processor")
                .param("processor", processor)
                .update();
        look();
    }

    /** From now on this process keeps to what is paused. */
    void begin() {
        look();
        looking = Thread.ofVirtual().name("paused-processors").start(this::lookOn);
    }

    private void lookOn() {
        try {
            while (!closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (RuntimeException e) {
                    log.warn("Whether a processor is paused can't be told now: {}", FaultLine.of(e));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        Set<String> now = Set.copyOf(jdbc.sql("SELECT processor FROM read.paused_processor")
                .query(String.class)
                .list());
        paused = now;
        processors.get().forEach((name, processor) -> {
            if (now.contains(name) && processor.isRunning()) {
                processor.shutDown();
                stoppedHere.add(name);
                log.info("Processor {} is paused", name);
            } else if (!now.contains(name) && stoppedHere.remove(name)) {
                processor.start();
                log.info("Processor {} goes on", name);
            }
        });
    }

    /** Ends before the processors do: none is started again meanwhile. */
    void end() {
        closing.countDown();
        if (looking == null) {
            return;
        }
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
