package medflip.platform.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import medflip.kernel.AggregateId;
import medflip.kernel.DomainEvent;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * What happened to things of other domains, told by their own events: so what was decided a moment ago counts, which a
 * view might not show yet. A history is read once for each version of it.
 */
public final class Histories {

    private static final long MOST_HISTORIES = 2_000;

    /** No longer than an opened key is: somebody in it may be erased meanwhile. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    private record Read(AggregateId stream, long version) {}

    private final EventStore events;
    private final Cache<Read, List<DomainEvent>> streams = Caffeine.newBuilder()
            .maximumSize(MOST_HISTORIES)
            .expireAfterWrite(REMEMBERED)
            .build();

    public Histories(EventStore events) {
        this.events = events;
    }

    /** Its events of a type, in order; none of a thing that isn't there. */
    public <E> Stream<E> of(AggregateId stream, Class<E> type) {
        return events
                .lastSequenceNumberFor(stream.value())
                .map(version -> streams.get(new Read(stream, version), this::read))
                .orElse(List.of())
                .stream()
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** When the first of its events happened; nothing of a thing that isn't there. */
    public Optional<Instant> begunAt(AggregateId stream) {
        DomainEventStream all = events.readEvents(stream.value());
        return all.hasNext() ? Optional.of(all.peek().getTimestamp()) : Optional.empty();
    }

    private List<DomainEvent> read(Read read) {
        return events.readEvents(read.stream().value())
                .asStream()
                .map(message -> (DomainEvent) message.getPayload())
                .toList();
    }
}
