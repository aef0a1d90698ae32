package medflip.platform.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.command.IdempotencyKeyTaken;
import medflip.platform.command.Receipt;
import medflip.platform.command.StorageAway;
import medflip.platform.database.DatabaseAway;
import medflip.platform.eventstore.Append.Outcome;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's door to the event table. The events of a unit of work are stored together when its root commits, in one commit
 * with those of other units of work that commit at the same time; once that returns they are on disk.
 *
 * <p>There are no snapshots: aggregates are short, the ones in use are cached, and a snapshot would be a second copy of
 * personal data that every erasure has to find.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine implements AutoCloseable {

    /** Events a read. */
    private static final int PAGE = 1000;

    /** Units of work a commit. Far more than ever queue at once in practice; it bounds the memory of one statement. */
    private static final int LARGEST_BATCH = 256;

    private static final String PENDING = Append.class.getName();

    private final EventTable table;
    private final EventAppender appender;
    private final GroupCommitter<Append, Outcome> committer;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Starts the thread that commits.
     *
     * @param appends gives a new connection a call, for the committing thread alone; with a socket timeout, so that a
     *     vanished server is noticed
     */
    public PostgresEventStorageEngine(
            EventTable table, DataSource appends, Serializer serializer, EventUpcaster upcasters) {
        this(table, appends, serializer, upcasters, null);
    }

    /**
     * Starts the thread that commits.
     *
     * @param server holds the log, of which the table then is a copy; null where the table is the log
     */
    public PostgresEventStorageEngine(
            EventTable table,
            DataSource appends,
            Serializer serializer,
            EventUpcaster upcasters,
            @Nullable LogServer server) {
        super(new Settings(serializer, upcasters));
        this.table = table;
        this.appender = new EventAppender(appends, server == null ? null : new LogCopy(server));
        this.committer = new GroupCommitter<>("event-committer", LARGEST_BATCH, appender::awaitTurn, this::commit);
    }

    /** Has {@code listener} called after each commit, in the committing thread; it must be quick. */
    void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    /** Position of the newest event of any node, 0 if there is none. */
    long head() {
        return table.head();
    }

    /**
     * Stores the events when the root unit of work commits, or now where there is none.
     *
     * <p>It waits for the commit phase, not for its preparation: a handler that fails while preparing would otherwise
     * roll back a unit of work whose events are stored already.
     *
     * @throws ConcurrencyException (then, by commit) if another was faster: nothing was stored
     * @throws IdempotencyKeyTaken if the command was answered before: nothing was stored
     * @throws AppendOutcomeUnknown if the connection was lost meanwhile
     * @throws EventStoreException if the database refuses: nothing was stored
     */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        UnitOfWork<?> root =
                CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root() : null;
        if (root == null || root.phase().isAfter(UnitOfWork.Phase.COMMIT)) {
            Append append = new Append();
            events.forEach(event -> append.add(event, serializer));
            store(append);
            return;
        }
        Append append = root.getOrComputeResource(PENDING, key -> {
            Append pending = new Append();
            root.onCommit(unitOfWork -> storeFor(unitOfWork, pending));
            return pending;
        });
        events.forEach(event -> append.add(event, serializer));
    }

    private void storeFor(UnitOfWork<?> root, Append append) {
        long position = store(append);
        Receipt receipt = root.getResource(Receipt.RESOURCE);
        if (receipt != null) {
            receipt.stored(append.last().aggregateId(), append.last().sequence(), position);
        }
    }

    private long store(Append append) {
        if (append.rows().isEmpty()) {
            return 0;
        }
        return switch (committer.submit(append, append.claims())) {
            case Outcome.Stored(long position) -> position;
            case Outcome.VersionTaken() ->
                throw new ConcurrencyException(
                        "Somebody else changed " + append.last().aggregateId() + " at the same moment.");
            case Outcome.KeyTaken() -> throw new IdempotencyKeyTaken();
            case Outcome.Failed(Throwable cause) -> throw notStored(cause);
            case Outcome.Unknown(Throwable cause) -> throw new AppendOutcomeUnknown(cause);
        };
    }

    private static EventStoreException notStored(Throwable cause) {
        return cause instanceof LogServer.Unreachable || DatabaseAway.is(cause)
                ? new StorageAway(cause)
                : new EventStoreException("The events were not stored.", cause);
    }

    private List<Outcome> commit(List<Append> batch) {
        List<Outcome> outcomes = appender.append(batch);
        listeners.forEach(Runnable::run);
        return outcomes;
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return table.ofAggregate(aggregateIdentifier, firstSequenceNumber, batchSize);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return table.ofAll(lastToken == null ? 0 : lastToken.position().orElseThrow(), batchSize);
    }

    /**
     * Events of everybody behind a position, in order and in their present form, decoded when asked; {@value #PAGE} at
     * most.
     *
     * @param appends how many there were before; handed on if no more events than these followed
     */
    RecentEvents.Page readAfter(long position, long appends) {
        List<StoredEvent> stored = table.ofAll(position, PAGE);
        return new RecentEvents.Page(
                EventUtils.upcastAndDeserializeTrackedEvents(stored.stream(), getEventSerializer(), upcasterChain)
                        .toList(),
                stored.size() < PAGE ? appends : -1);
    }

    /**
     * One tenant's events behind a position, in order and in their present form, for a replay.
     *
     * @param after position of the last event already read, 0 to begin
     * @param limit events at most, from 1; fewer means that these are the last ones for now
     */
    public Stream<? extends TrackedEventMessage<?>> readTenant(TenantId tenant, long after, int limit) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                table.ofTenant(tenant, after, limit).stream(), getEventSerializer(), upcasterChain);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong version = table.version(aggregateIdentifier);
        return version.isPresent() ? Optional.of(version.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(table.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        OptionalLong first = table.firstAt(dateTime);
        return first.isPresent() ? new GlobalSequenceTrackingToken(first.getAsLong() - 1) : createHeadToken();
    }

    /** There are none, and no query is spent on finding that out. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("Aggregates are loaded from their events; there are no snapshots.");
    }

    /** Lets a running commit end; who still waits gets an error. */
    @Override
    public void close() {
        committer.close();
        appender.close();
    }

    /** Axon wants its settings through a builder. */
    private static final class Settings extends BatchingEventStorageEngine.Builder {
        Settings(Serializer serializer, EventUpcaster upcasters) {
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            upcasterChain(upcasters);
            batchSize(PAGE);
            // A page that isn't full is the last: no second query only to see that nothing follows.
            finalAggregateBatchPredicate(events -> events.size() < PAGE);
        }
    }
}
