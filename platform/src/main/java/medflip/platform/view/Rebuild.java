package medflip.platform.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.StoredEvent;
import medflip.platform.serialization.EventNames;
import medflip.platform.serialization.EventSerializer;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Fills a view anew from the log, beside the live one. While the database takes the rows of one page of events, the
 * next is read, decoded and handled; of the log only those events are read that the projection handles.
 */
public final class Rebuild {

    /** Events a transaction, and held in memory a page. */
    private static final int PAGE = 10_000;

    /** Connections that write side by side. A row belongs to one business, so none waits for another's. */
    private static final int LANES = 2;

    /** Percent; the rest is indexes. */
    private static final long ALMOST_ALL = 90;

    private final EventTable log;
    private final EventNames names;
    private final EventSerializer serializer;
    private final EventUpcaster upcasts;
    private final Predicate<TenantId> erased;
    private final int page;

    /**
     * What was done.
     *
     * @param events how many the projection took
     * @param position up to which the tables have seen the log
     */
    public record Rebuilt(long events, long position) {}

    /**
     * @param read how many events were read
     * @param events how many of them the projection took
     * @param lanes what the events of each lane's businesses change
     */
    private record Page(int read, int events, long last, List<Rows> lanes) {}

    /** @param erased tenants of whom no view has anything any more */
    public Rebuild(
            EventTable log,
            EventNames names,
            EventSerializer serializer,
            EventUpcaster upcasts,
            Predicate<TenantId> erased) {
        this(log, names, serializer, upcasts, erased, PAGE);
    }

    private Rebuild(
            EventTable log,
            EventNames names,
            EventSerializer serializer,
            EventUpcaster upcasts,
            Predicate<TenantId> erased,
            int page) {
        this.log = log;
        this.names = names;
        this.serializer = serializer;
        this.upcasts = upcasts;
        this.erased = erased;
        this.page = page;
    }

    /** The same, with so many events a page. */
    public Rebuild withPage(int events) {
        return new Rebuild(log, names, serializer, upcasts, erased, events);
    }

    /**
     * Makes the tables and fills them with all that the log holds now.
     *
     * @param projection with {@link Projection}
     * @param schema where the tables come to stand; what it held before is lost
     * @param owner connections of a role that may create there and read the definitions of the live tables
     * @throws ProjectionHandlers.RowsRefused if the database doesn't take an event's rows
     */
    public Rebuilt run(Object projection, String schema, DataSource owner) throws SQLException {
        return run(projection, schema, owner, percent -> {});
    }

    /** @param percent told how far it is, now and then */
    Rebuilt run(Object projection, String schema, DataSource owner, IntConsumer percent) throws SQLException {
        ProjectionReplay replay = new ProjectionReplay(projection);
        Projection view = replay.view();
        List<String> types = replay.types(names);
        ShadowTables tables = new ShadowTables(view, schema);
        long end = log.head();
        long count = 0;
        try (Connection connection = owner.getConnection();
                Connection other = owner.getConnection();
                ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
            tables.create(connection);
            Future<Page> next = threads.submit(() -> read(types, 0, end, replay));
            for (Page read = next.get(); read.read() > 0; read = next.get()) {
                Page page = read;
                next = threads.submit(() -> read(types, page.last(), end, replay));
                Future<?> beside = threads.submit(() -> write(page.lanes().getLast(), tables, other));
                write(page.lanes().getFirst(), tables, connection);
                beside.get();
                count += read.events();
                percent.accept((int) (page.last() * ALMOST_ALL / Math.max(1, end)));
            }
            Future<?> beside = threads.submit(() -> complete(tables, other));
            complete(tables, connection);
            beside.get();
            return new Rebuilt(count, end);
        } catch (SQLException e) {
            throw new ProjectionHandlers.RowsRefused(view.processingGroup(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw new ProjectionHandlers.RowsRefused(view.processingGroup(), refused);
            }
            throw new IllegalStateException(
                    "The log can't be read, or " + view.processingGroup() + " can't take an event", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while rebuilding " + view.processingGroup(), e);
        }
    }

    /**
     * Brings tables that were filled before up to a later position, in the connection's transaction, whose
     * {@code search_path} says which they are.
     *
     * @return how many events the projection took
     */
    long follow(ProjectionReplay replay, long after, long upTo, Connection connection) throws SQLException {
        List<String> types = replay.types(names);
        long count = 0;
        try {
            for (Page next = read(types, after, upTo, replay);
                    next.read() > 0;
                    next = read(types, next.last(), upTo, replay)) {
                for (Rows rows : next.lanes()) {
                    rows.flush(connection);
                }
                count += next.events();
            }
            return count;
        } catch (SQLException e) {
            throw new ProjectionHandlers.RowsRefused(replay.view().processingGroup(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(replay.view().processingGroup() + " can't take an event", e);
        }
    }

    /** Position of the newest event. */
    long head() {
        return log.head();
    }

    private static @Nullable Void write(Rows rows, ShadowTables tables, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        tables.use(connection);
        rows.flush(connection);
        connection.commit();
        connection.setAutoCommit(true);
        return null;
    }

    private static @Nullable Void complete(ShadowTables tables, Connection connection) throws SQLException {
        tables.complete(connection);
        return null;
    }

    private Page read(List<String> types, long after, long end, ProjectionReplay replay) throws Exception {
        List<StoredEvent> stored = log.ofTypes(types, after, end, page);
        serializer.prefetch(stored);
        List<Rows> lanes = new ArrayList<>();
        int events = 0;
        for (int lane = 0; lane < LANES; lane++) {
            int number = lane;
            List<TrackedEventMessage<?>> ofLane = EventUtils.upcastAndDeserializeTrackedEvents(
                            stored.stream()
                                    .filter(event ->
                                            lane(event) == number && !erased.test(TenantId.of(event.tenant()))),
                            serializer,
                            upcasts)
                    .<TrackedEventMessage<?>>map(event -> event)
                    .toList();
            lanes.add(replay.changes(ofLane));
            events += ofLane.size();
        }
        return new Page(
                stored.size(),
                events,
                stored.isEmpty() ? after : stored.getLast().position(),
                lanes);
    }

    private static int lane(StoredEvent event) {
        return Math.floorMod(event.tenant().hashCode(), LANES);
    }
}
