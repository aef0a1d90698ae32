package medflip.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.kernel.DomainEvent;
import medflip.platform.command.MessageMetadata;
import medflip.platform.command.UndoReason;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Facts in the order in which they were recorded, a second apart, with the positions and versions that a store gives.
 */
public final class Log {

    public static final UUID USER = UUID.fromString("01920000-0000-7000-8000-000000000001");
    public static final Instant BEGIN = Instant.parse("2026-11-24T12:00:00Z");

    private final List<TrackedEventMessage<?>> messages = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();

    public TrackedEventMessage<?> append(DomainEvent event) {
        String stream = event.aggregateId().value();
        long version = versions.merge(stream, 0L, (present, first) -> present + 1);
        long position = messages.size() + 1L;
        var message = new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>(
                        event.getClass().getSimpleName(),
                        stream,
                        version,
                        event,
                        metadata(event, position),
                        UUID.randomUUID().toString(),
                        BEGIN.plusSeconds(position)));
        messages.add(message);
        return message;
    }

    /** Who brings a person back, or an expense, undoes what happened just before. */
    private static Map<String, String> metadata(DomainEvent event, long position) {
        Map<String, String> metadata = new HashMap<>(Map.of(
                MessageMetadata.TENANT,
                event.aggregateId().tenantId().toString(),
                MessageMetadata.ACTOR,
                "user:" + USER));
        if (event instanceof CustomerRestored || event instanceof ExpenseRestored) {
            metadata.put(MessageMetadata.UNDOES, Long.toString(position - 1));
            metadata.put(MessageMetadata.UNDO_REASON, UndoReason.SLIP.name());
        }
        return metadata;
    }

    public List<TrackedEventMessage<?>> messages() {
        return List.copyOf(messages);
    }
}
