package medflip.platform.view;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import medflip.kernel.DomainEvent;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.StoredEvent;
import medflip.platform.serialization.EventSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * A business's own log for its own programs: page after page, each event in the form that it has today, with what was
 * encrypted in clear and placeholders for who was forgotten. Hashes of tokens, which an event's class keeps from JSON,
 * are left out.
 */
public final class EventFeed {

    /**
     * One event.
     *
     * @param stream whose event it is: kind and id, such as {@code deal/<uuid>}
     * @param version of that thing, from 0
     */
    public record Fact(
            long position,
            Instant recordedAt,
            String actor,
            String event,
            String stream,
            long version,
            DomainEvent data) {}

    /** A UUID and a slash. */
    private static final int TENANT_LENGTH = 37;

    private final EventTable log;
    private final EventSerializer serializer;
    private final EventUpcaster upcasts;

    public EventFeed(EventTable log, EventSerializer serializer, EventUpcaster upcasts) {
        this.log = log;
        this.serializer = serializer;
        this.upcasts = upcasts;
    }

    /** Position of the newest event of anybody. */
    public long head() {
        return log.head();
    }

    /**
     * The events behind a position, in order.
     *
     * @param after position of the last event already read, 0 to begin
     * @param limit events a page, at least 1; a shorter page is the last one for now
     */
    public List<Fact> read(TenantId tenant, long after, int limit) {
        return facts(log.ofTenant(tenant, after, limit));
    }

    /** All events of some of a business's streams, in no order; {@code streams} as in {@link Fact#stream}. */
    public List<Fact> ofStreams(TenantId tenant, Collection<String> streams) {
        return facts(log.ofStreams(
                streams.stream().map(stream -> tenant + "/" + stream).toList()));
    }

    private List<Fact> facts(List<StoredEvent> stored) {
        serializer.prefetch(stored);
        return EventUtils.upcastAndDeserializeTrackedEvents(stored.stream(), serializer, upcasts)
                .map(message -> {
                    Recorded recorded = ViewParameters.recorded(message);
                    DomainEventMessage<?> event = (DomainEventMessage<?>) message;
                    return new Fact(
                            recorded.position(),
                            recorded.at(),
                            recorded.actor(),
                            recorded.event(),
                            // Without the business: another one's books may continue from it.
                            event.getAggregateIdentifier().substring(TENANT_LENGTH),
                            event.getSequenceNumber(),
                            (DomainEvent) message.getPayload());
                })
                .toList();
    }
}
