package medflip.platform.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import medflip.kernel.TenantId;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where dead letters lie. They are offered to their processors again from time to time, each stream once a round, so
 * that a fault that was mended heals by itself; and an operator may have one tried now, or passed over. Always the
 * first of a stream, so that its events are handled in their order.
 */
public final class DeadLetterOffice {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterOffice.class);

    /** The job that offers them again. */
    static final String RETRY = "dead-letters.retry";

    private static final String HEADS = """
            SELECT d.dead_letter_id, d.processing_group, d.tenant_id, d.aggregate_identifier, d.event_identifier,
                   d.payload_type, d.time_stamp, d.enqueued_at, d.last_touched, d.cause_type,
                   (SELECT count(*) FROM write.dead_letter l
                    WHERE l.processing_group = d.processing_group AND l.sequence_identifier = d.sequence_identifier
                      AND l.sequence_index > d.sequence_index) AS behind
            FROM write.dead_letter d
            WHERE NOT EXISTS (SELECT FROM write.dead_letter l
                              WHERE l.processing_group = d.processing_group
                                AND l.sequence_identifier = d.sequence_identifier
                                AND l.sequence_index < d.sequence_index)
            """;

    /**
     * The first of a stream's dead letters.
     *
     * @param stream which thing's event it is, with its business's id in front
     * @param event stored name, such as {@code deals.QuoteGiven}
     * @param cause type of what went wrong; its words may quote a person's data
     * @param behind how many later events of the stream wait behind it
     */
    public record SetAside(
            UUID id,
            String processor,
            TenantId tenant,
            String stream,
            UUID eventId,
            String event,
            Instant recordedAt,
            Instant setAsideAt,
            Instant triedAt,
            String cause,
            int behind) {}

    private final JdbcClient jdbc;
    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final Function<String, SequencedDeadLetterQueue<EventMessage<?>>> queues;

    /** @param queues makes the queue of a group that another process sees to */
    DeadLetterOffice(
            JdbcClient jdbc,
            ObjectProvider<EventProcessingConfiguration> processing,
            Function<String, SequencedDeadLetterQueue<EventMessage<?>>> queues) {
        this.jdbc = jdbc;
        this.processing = processing;
        this.queues = queues;
    }

    /** The first of each stream's, those that lie the longest first. */
    public List<SetAside> heads(int most) {
        return jdbc.sql(HEADS + " ORDER BY d.enqueued_at LIMIT :most")
                .param("most", most)
                .query((row, number) -> setAside(row))
                .list();
    }

    /** Empty where there is no such letter (any more), or it isn't the first of its stream. */
    public Optional<SetAside> head(UUID id) {
        return jdbc.sql(HEADS + " AND d.dead_letter_id = :id")
                .param("id", id.toString())
                .query((row, number) -> setAside(row))
                .optional();
    }

    private static SetAside setAside(ResultSet row) throws SQLException {
        String setAsideAt = row.getString("enqueued_at");
        return new SetAside(
                UUID.fromString(row.getString("dead_letter_id")),
                row.getString("processing_group"),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("aggregate_identifier"),
                UUID.fromString(row.getString("event_identifier")),
                row.getString("payload_type"),
                Instant.parse(row.getString("time_stamp")),
                Instant.parse(setAsideAt),
                Instant.parse(Objects.requireNonNullElse(row.getString("last_touched"), setAsideAt)),
                Objects.requireNonNullElse(row.getString("cause_type"), ""),
                row.getInt("behind"));
    }

    /**
     * Has its processor try it, and those behind it as far as that goes; whether all of them went through. A processor
     * that another process sees to tries it there, in its next round, which is now.
     */
    public boolean retry(SetAside letter) {
        return processing
                .getObject()
                .sequencedDeadLetterProcessor(letter.processor())
                .map(processor -> tryOne(letter.processor(), processor, isOf(letter.stream())))
                .orElseGet(this::retryElsewhere);
    }

    private boolean retryElsewhere() {
        jdbc.sql("UPDATE read.view_job SET execution_time = now() WHERE task_name = :round AND NOT picked")
                .param("round", RETRY)
                .update();
        return false;
    }

    /**
     * Passes it over for good, then has those behind it tried. The view stays without the event until it is rebuilt.
     *
     * @return false if it is being tried at this moment, or is there no more
     */
    public boolean skip(SetAside letter) {
        SequencedDeadLetterQueue<EventMessage<?>> queue = processing
                .getObject()
                .deadLetterQueue(letter.processor())
                .orElseGet(() -> queues.apply(letter.processor()));
        Set<Object> passedOver = new HashSet<>();
        queue.process(is(letter), found -> {
            if (is(letter).test(found)) {
                passedOver.add(found.message().getIdentifier());
                return Decisions.evict();
            }
            // The next of the stream: it stays where it is, and why.
            return Decisions.requeue(found.cause()
                    .map(cause -> new ThrowableCause(cause.type(), cause.message()))
                    .orElse(null));
        });
        retry(letter);
        return !passedOver.isEmpty();
    }

    private static Predicate<DeadLetter<? extends EventMessage<?>>> is(SetAside letter) {
        return found -> found.message().getIdentifier().equals(letter.eventId().toString());
    }

    private static Predicate<DeadLetter<? extends EventMessage<?>>> isOf(String stream) {
        return found -> found.message() instanceof DomainEventMessage<?> event
                && event.getAggregateIdentifier().equals(stream);
    }

    void retryAll() {
        List<String> groups = jdbc.sql("SELECT DISTINCT processing_group FROM write.dead_letter")
                .query(String.class)
                .list();
        for (String group : groups) {
            processing
                    .getObject()
                    .sequencedDeadLetterProcessor(group)
                    .ifPresent(processor -> retryAll(group, processor));
        }
    }

    private static void retryAll(String group, SequencedDeadLetterProcessor<EventMessage<?>> processor) {
        Set<String> tried = new HashSet<>();
        int healed = 0;
        int before;
        do {
            before = tried.size();
            // One stream that this round hasn't tried yet; what fails again stays where it is.
            healed += tryOne(
                            group,
                            processor,
                            letter -> tried.add(letter.message().getIdentifier()))
                    ? 1
                    : 0;
        } while (tried.size() > before);
        log.info("Dead letters of {}: {} streams tried, {} moved on", group, tried.size(), healed);
    }

    private static boolean tryOne(
            String group,
            SequencedDeadLetterProcessor<EventMessage<?>> processor,
            Predicate<DeadLetter<? extends EventMessage<?>>> which) {
        try {
            return processor.process(which);
        } catch (RuntimeException e) {
            log.warn("A dead letter of {} failed again: {}", group, e.getClass().getName());
            return false;
        }
    }
}
