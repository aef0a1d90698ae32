package medflip.platform.routing;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import medflip.platform.eventstore.LogMarker;
import medflip.platform.eventstore.LogRow;
import medflip.platform.eventstore.LogServer;
import medflip.platform.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The log as Axon Server holds it. A fact is an event of its aggregate, its bytes as they are in the table and so with
 * persons' values encrypted; what else its row has stands in the event's metadata. A group ends with a marker, an event
 * of a stream of its own: since a stream has each number once, of two groups that claim the same place one is refused.
 */
public final class AxonLog implements LogServer, AutoCloseable {

    /** Stream of the markers; those of facts begin with a business. */
    private static final String MARKERS = "medflip/log";

    private static final String MARKER_TYPE = "medflip.log.group";

    /** Longer than an answer takes, shorter than the database lets a transaction stand. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int BUFFER = 2_000;

    /** As Axon Server says that a stream has another event of that number. */
    private static final String WRONG_NUMBER = "AXONIQ-2000";

    private static final String POSITION = "position";
    private static final String EVENTS = "events";
    private static final String HASH = "hash";
    private static final String RECORDED_AT = "recordedAt";
    private static final String DECIDED_AT = "decidedAt";
    private static final String REVISION = "revision";
    private static final String METADATA = "metadata";
    private static final String KEY = "idempotencyKey";
    private static final String REQUEST = "requestHash";

    private final AxonServer server;
    private volatile boolean reached;

    AxonLog(AxonServer server) {
        this.server = server;
    }

    /**
     * By the settings, for a command that runs without a service.
     *
     * @throws IllegalStateException if they name no server
     */
    public static AxonLog of(Environment settings) {
        if (settings.getProperty("medflip.axonserver.servers", "").isEmpty()) {
            throw new IllegalStateException("medflip.axonserver.servers must say where Axon Server is.");
        }
        return new AxonLog(AxonServer.of(settings, "medflip-move"));
    }

    /** Waits for a connection at the start alone: later, one that isn't there is being looked for. */
    @Override
    public void requireReachable() {
        server.events();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!server.isConnected()) {
            if (reached || System.nanoTime() > deadline) {
                reached = true;
                throw new Unreachable(null);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        reached = true;
    }

    /** How many events and markers it holds. */
    long size() {
        requireReachable();
        return answer(server.events().getLastToken()) + 1;
    }

    @Override
    public LogMarker last() {
        LogMarker last = look();
        if (last.place() + 1 != size()) {
            // A group that was thought lost may have come in between the two questions.
            last = look();
            long size = size();
            if (last.place() + 1 != size) {
                throw new OtherLog("Axon Server holds " + size + " events and markers, of which " + (last.place() + 1)
                        + " are this log's: it must be there for this log alone.");
            }
        }
        return last;
    }

    private LogMarker look() {
        requireReachable();
        EventChannel channel = server.events();
        long number = answer(channel.findHighestSequence(MARKERS));
        return number < 0 ? LogMarker.NONE : marker(channel, number);
    }

    private static LogMarker marker(EventChannel channel, long number) {
        AggregateEventStream stream = channel.openAggregateStream(MARKERS, number);
        try {
            LogMarker last = LogMarker.NONE;
            while (stream.hasNext()) {
                last = marker(stream.next());
            }
            return last;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(e);
        } catch (RuntimeException e) {
            throw e instanceof OtherLog ? e : new Unreachable(e);
        } finally {
            stream.cancel();
        }
    }

    @Override
    public void append(Group group) {
        requireReachable();
        AppendEventsTransaction transaction = server.events().startAppendEventsTransaction();
        try {
            group.rows().forEach(row -> transaction.appendEvent(event(row)));
            transaction.appendEvent(event(group.marker()));
            transaction.commit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw isRefused(e) ? new Refused(e) : new Lost(e);
        } catch (TimeoutException | RuntimeException e) {
            throw new Lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Lost(e);
        }
    }

    private static boolean isRefused(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(WRONG_NUMBER)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(LogMarker after, LogMarker last, Reader reader) throws SQLException {
        if (last.number() <= after.number()) {
            return;
        }
        requireReachable();
        try (EventStream stream = server.events().openStream(after.place(), BUFFER, BUFFER / 2)) {
            List<LogRow> rows = new ArrayList<>();
            while (true) {
                Event event = next(stream);
                if (!event.getAggregateIdentifier().equals(MARKERS)) {
                    rows.add(row(event));
                    continue;
                }
                LogMarker marker = marker(event);
                if (rows.isEmpty()) {
                    throw new OtherLog("Axon Server has a group without events.");
                }
                reader.next(new Group(List.copyOf(rows), marker));
                rows.clear();
                if (marker.number() == last.number()) {
                    return;
                }
            }
        }
    }

    private static Event next(EventStream stream) {
        try {
            EventWithToken next = stream.nextIfAvailable(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new Unreachable(stream.getError().orElse(null));
            }
            return next.getEvent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(e);
        }
    }

    private static Event event(LogRow row) {
        StoredEvent fact = row.event();
        SerializedObject.Builder payload =
                SerializedObject.newBuilder().setType(fact.payloadType()).setData(ByteString.copyFrom(fact.payload()));
        Event.Builder event = Event.newBuilder()
                .setMessageIdentifier(fact.eventId())
                .setAggregateIdentifier(fact.aggregateId())
                .setAggregateSequenceNumber(fact.sequence())
                .setAggregateType(fact.type())
                .setTimestamp(fact.timestamp().toEpochMilli())
                .putMetaData(POSITION, number(fact.position()))
                .putMetaData(RECORDED_AT, text(fact.recordedAt().toString()))
                .putMetaData(DECIDED_AT, text(fact.timestamp().toString()))
                .putMetaData(METADATA, bytes(fact.metadata()));
        String revision = fact.payloadRevision();
        if (revision != null) {
            payload.setRevision(revision);
            event.putMetaData(REVISION, text(revision));
        }
        String key = row.idempotencyKey();
        String request = row.requestHash();
        if (key != null && request != null) {
            event.putMetaData(KEY, text(key)).putMetaData(REQUEST, text(request));
        }
        return event.setPayload(payload).build();
    }

    private static LogRow row(Event event) {
        try {
            return new LogRow(
                    new StoredEvent(
                            told(event, POSITION).getNumberValue(),
                            event.getAggregateIdentifier(),
                            event.getAggregateSequenceNumber(),
                            event.getAggregateType(),
                            event.getMessageIdentifier(),
                            Instant.parse(told(event, DECIDED_AT).getTextValue()),
                            Instant.parse(told(event, RECORDED_AT).getTextValue()),
                            event.getPayload().getType(),
                            textOrNull(event, REVISION),
                            event.getPayload().getData().toByteArray(),
                            told(event, METADATA).getBytesValue().getData().toByteArray()),
                    textOrNull(event, KEY),
                    textOrNull(event, REQUEST));
        } catch (RuntimeException e) {
            throw notOurs(event, e);
        }
    }

    private static Event event(LogMarker marker) {
        return Event.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setAggregateIdentifier(MARKERS)
                .setAggregateSequenceNumber(marker.number())
                .setAggregateType(MARKER_TYPE)
                .setTimestamp(System.currentTimeMillis())
                .setPayload(SerializedObject.newBuilder().setType(MARKER_TYPE))
                .putMetaData(POSITION, number(marker.position()))
                .putMetaData(EVENTS, number(marker.events()))
                .putMetaData(HASH, bytes(marker.hash()))
                .build();
    }

    private static LogMarker marker(Event event) {
        try {
            return new LogMarker(
                    event.getAggregateSequenceNumber(),
                    told(event, POSITION).getNumberValue(),
                    told(event, EVENTS).getNumberValue(),
                    told(event, HASH).getBytesValue().getData().toByteArray());
        } catch (RuntimeException e) {
            throw notOurs(event, e);
        }
    }

    private static OtherLog notOurs(Event event, RuntimeException cause) {
        OtherLog other =
                new OtherLog("Axon Server holds an event that isn't of this log: " + event.getMessageIdentifier());
        other.initCause(cause);
        return other;
    }

    private static MetaDataValue told(Event event, String name) {
        return event.getMetaDataOrThrow(name);
    }

    private static @Nullable String textOrNull(Event event, String name) {
        return event.containsMetaData(name) ? told(event, name).getTextValue() : null;
    }

    private static MetaDataValue text(String value) {
        return MetaDataValue.newBuilder().setTextValue(value).build();
    }

    private static MetaDataValue number(long value) {
        return MetaDataValue.newBuilder().setNumberValue(value).build();
    }

    private static MetaDataValue bytes(byte[] value) {
        return MetaDataValue.newBuilder()
                .setBytesValue(SerializedObject.newBuilder().setType("bytes").setData(ByteString.copyFrom(value)))
                .build();
    }

    private static <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
