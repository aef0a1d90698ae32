package medflip.platform.messaging;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offers dead letters to their processors again, each stream once a round: a fault that was mended heals by itself. */
final class DeadLetterRetry {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterRetry.class);

    private final JdbcClient jdbc;
    private final EventProcessingConfiguration processing;

    DeadLetterRetry(JdbcClient jdbc, EventProcessingConfiguration processing) {
        this.jdbc = jdbc;
        this.processing = processing;
    }

    void retry() {
        List<String> groups = jdbc.sql("SELECT DISTINCT processing_group FROM write.dead_letter")
                .query(String.class)
                .list();
        for (String group : groups) {
            processing.sequencedDeadLetterProcessor(group).ifPresent(processor -> retry(group, processor));
        }
    }

    private static void retry(String group, SequencedDeadLetterProcessor<?> processor) {
        Set<String> tried = new HashSet<>();
        int healed = 0;
        int before;
        do {
            before = tried.size();
            healed += tryOne(group, processor, tried) ? 1 : 0;
        } while (tried.size() > before);
        log.info("Dead letters of {}: {} streams tried, {} moved on", group, tried.size(), healed);
    }

    /** One stream that this round hasn't tried yet; what fails again stays where it is. */
    private static boolean tryOne(String group, SequencedDeadLetterProcessor<?> processor, Set<String> tried) {
        try {
            return processor.process(letter -> tried.add(letter.message().getIdentifier()));
        } catch (RuntimeException e) {
            log.warn("A dead letter of {} failed again: {}", group, e.getClass().getName());
            return false;
        }
    }
}
