package medflip.platform.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import medflip.platform.command.MessageMetadata;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The events of one unit of work, ready to be stored: all of them or none. */
final class Append {

    private static final Set<String> IN_COLUMNS = Set.of(MessageMetadata.IDEMPOTENCY_KEY, MessageMetadata.REQUEST_HASH);

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Long> heads = new HashMap<>();
    private @Nullable Object idempotencyKey;
    private @Nullable Object requestHash;

    /**
     * One event.
     *
     * @param follows for the first event of its stream in this unit of work, the version before it, -1 for a new
     *     stream; null for those after it
     */
    record Row(
            String aggregateId,
            long sequence,
            @Nullable Long follows,
            String type,
            UUID eventId,
            Instant timestamp,
            String payloadType,
            @Nullable String payloadRevision,
            byte[] payload,
            byte[] metadata) {}

    /** What came of it. */
    sealed interface Outcome {
        /** @param position of the last event */
        record Stored(long position) implements Outcome {}

        record VersionTaken() implements Outcome {}

        record KeyTaken() implements Outcome {}

        /** Surely not stored. */
        record Failed(Throwable cause) implements Outcome {}

        record Unknown(Throwable cause) implements Outcome {}
    }

    /**
     * Adds an event, serialised in the caller's thread so that the committer's has less to do.
     *
     * @throws IllegalArgumentException if it is of no stream, of no tenant, has an id that is no UUID, or leaves a gap
     *     to the one before it
     */
    void add(EventMessage<?> message, Serializer serializer) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException(
                    message.getPayloadType().getSimpleName() + " is of no stream; every event is of an aggregate's.");
        }
        String aggregateId = event.getAggregateIdentifier();
        requireTenant(aggregateId);
        Long previous = heads.put(aggregateId, event.getSequenceNumber());
        if (previous != null && event.getSequenceNumber() != previous + 1) {
            throw new IllegalArgumentException("Version " + event.getSequenceNumber() + " of " + aggregateId
                    + " doesn't follow " + previous + ".");
        }
        MetaData metadata = event.getMetaData();
        if (idempotencyKey == null && metadata.get(MessageMetadata.IDEMPOTENCY_KEY) != null) {
            idempotencyKey = metadata.get(MessageMetadata.IDEMPOTENCY_KEY);
            requestHash = metadata.get(MessageMetadata.REQUEST_HASH);
        }
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        rows.add(new Row(
                aggregateId,
                event.getSequenceNumber(),
                previous == null ? event.getSequenceNumber() - 1 : null,
                event.getType(),
                UUID.fromString(event.getIdentifier()),
                event.getTimestamp(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                serializer
                        .serialize(metadata.withoutKeys(IN_COLUMNS), byte[].class)
                        .getData()));
    }

    List<Row> rows() {
        return rows;
    }

    Row last() {
        return rows.getLast();
    }

    /** The name under which a repeat of the command finds its answer, if it has one. */
    @Nullable
    String idempotencyKey() {
        return idempotencyKey == null ? null : idempotencyKey.toString();
    }

    @Nullable
    String requestHash() {
        return requestHash == null ? null : requestHash.toString();
    }

    /** What no other append of the same batch may have too. */
    Set<?> claims() {
        Set<Object> claims = new HashSet<>(heads.keySet());
        if (idempotencyKey != null) {
            claims.add(List.of(tenant(last().aggregateId()), idempotencyKey));
        }
        return claims;
    }

    private static void requireTenant(String aggregateId) {
        try {
            UUID.fromString(tenant(aggregateId));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("The name of a stream begins with its tenant: " + aggregateId, e);
        }
    }

    static String tenant(String aggregateId) {
        return aggregateId.substring(0, 36);
    }
}
