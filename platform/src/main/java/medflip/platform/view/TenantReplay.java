package medflip.platform.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.StoredEvent;
import medflip.platform.serialization.EventNames;
import medflip.platform.serialization.EventSerializer;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * Replays a stretch of one tenant's stream through a projection, into the tables that a connection's
 * {@code search_path} says. While the database takes the rows of one page, the next is read, decoded and handled.
 */
public final class TenantReplay {

    /** Events held in memory a page. */
    private static final int PAGE = 5_000;

    private final EventTable log;
    private final EventNames names;
    private final EventSerializer serializer;
    private final EventUpcaster upcasts;
    private final Predicate<TenantId> erased;

    /** @param erased tenants of whom no view has anything any more */
    public TenantReplay(
            EventTable log,
            EventNames names,
            EventSerializer serializer,
            EventUpcaster upcasts,
            Predicate<TenantId> erased) {
        this.log = log;
        this.names = names;
        this.serializer = serializer;
        this.upcasts = upcasts;
        this.erased = erased;
    }

    /** @param last position of the last event that was read */
    private record Page(int read, long last, Rows rows) {}

    /**
     * Replays all events behind one position and up to another.
     *
     * @param connection in a transaction, which the caller commits
     * @param progress told the position that was reached, now and then
     * @return how many events the projection took
     * @throws ProjectionHandlers.RowsRefused if the database doesn't take an event's rows
     */
    long run(
            ProjectionReplay projection,
            TenantId tenant,
            long after,
            long upTo,
            Connection connection,
            LongConsumer progress)
            throws SQLException {
        if (after >= upTo || erased.test(tenant)) {
            return 0;
        }
        List<String> types = projection.types(names);
        long events = 0;
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Page> next = beside.submit(() -> read(projection, types, tenant, after, upTo));
            for (Page page = next.get(); page.read() > 0; page = next.get()) {
                long last = page.last();
                next = beside.submit(() -> read(projection, types, tenant, last, upTo));
                page.rows().flush(connection);
                events += page.read();
                progress.accept(last);
            }
        } catch (SQLException e) {
            throw new ProjectionHandlers.RowsRefused(projection.view().processingGroup(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The log can't be read, or " + projection.view().processingGroup() + " can't take an event",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while replaying", e);
        }
        return events;
    }

    private Page read(ProjectionReplay projection, List<String> types, TenantId tenant, long after, long upTo)
            throws Exception {
        List<StoredEvent> stored = log.ofTenant(tenant, types, after, upTo, PAGE);
        serializer.prefetch(stored);
        List<TrackedEventMessage<?>> events = EventUtils.upcastAndDeserializeTrackedEvents(
                        stored.stream(), serializer, upcasts)
                .<TrackedEventMessage<?>>map(event -> event)
                .toList();
        return new Page(
                stored.size(), stored.isEmpty() ? after : stored.getLast().position(), projection.changes(events));
    }
}
