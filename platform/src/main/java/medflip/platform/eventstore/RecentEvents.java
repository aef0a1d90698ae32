package medflip.platform.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The end of the log, read and decoded once for all the readers that follow it: dozens of processors look at the same
 * moment for what was just appended. A reader that is far behind reads for itself.
 */
final class RecentEvents {

    private static final int MOST = 4_000;

    /** So that no decoded event outlives the keyring's memory of a person who was erased on another node. */
    private static final long KEPT_NANOS = Duration.ofSeconds(10).toNanos();

    /**
     * What follows a position.
     *
     * @param seenAll count of appends at which nothing followed these events, -1 if something did
     */
    record Page(List<? extends TrackedEventMessage<?>> events, long seenAll) {}

    /** One reading of the table, of everything between two positions. */
    private record Kept(
            long after, long upTo, List<? extends TrackedEventMessage<?>> events, long seenAll, long readAt) {}

    private final PostgresEventStorageEngine engine;
    private final Lock lock = new ReentrantLock();
    private final Deque<Kept> kept = new ArrayDeque<>();
    private int size;
    /** Up to where the log was read, whether or not its events are still kept; -1 before that. */
    private long end = -1;

    private long seenAll = -1;

    RecentEvents(PostgresEventStorageEngine engine) {
        this.engine = engine;
    }

    /**
     * Finds or reads what follows.
     *
     * @param appends as counted before this call
     */
    Page after(@Nullable TrackingToken token, long appends) {
        long position = token == null ? 0 : token.position().orElseThrow();
        lock.lock();
        try {
            dropOld();
            if (position == end) {
                return seenAll == appends ? new Page(List.of(), appends) : read(position, appends);
            }
            for (Kept reading : kept) {
                if (reading.after() <= position && position < reading.upTo()) {
                    return new Page(behind(position, reading.events()), reading.seenAll());
                }
            }
        } finally {
            lock.unlock();
        }
        return readAlone(position, appends);
    }

    /** Forgets what was decoded. */
    void clear() {
        lock.lock();
        try {
            kept.clear();
            size = 0;
        } finally {
            lock.unlock();
        }
    }

    /** Others wait meanwhile, and find here what they would have read. */
    private Page read(long position, long appends) {
        Page page = engine.readAfter(position, appends);
        keep(position, page);
        return page;
    }

    /** Where this reader comes to the end of the log further on than any before, others follow it from now on. */
    private Page readAlone(long position, long appends) {
        Page page = engine.readAfter(position, appends);
        if (page.seenAll() >= 0) {
            lock.lock();
            try {
                if (upTo(position, page) > end) {
                    clear();
                    keep(position, page);
                }
            } finally {
                lock.unlock();
            }
        }
        return page;
    }

    private void keep(long position, Page page) {
        end = upTo(position, page);
        seenAll = page.seenAll();
        if (!page.events().isEmpty()) {
            kept.addLast(new Kept(position, end, page.events(), seenAll, System.nanoTime()));
            size += page.events().size();
        }
    }

    private void dropOld() {
        long now = System.nanoTime();
        while (!kept.isEmpty() && (size > MOST || now - kept.getFirst().readAt() > KEPT_NANOS)) {
            size -= kept.removeFirst().events().size();
        }
    }

    private static long upTo(long position, Page page) {
        return page.events().isEmpty() ? position : positionOf(page.events().getLast());
    }

    private static List<? extends TrackedEventMessage<?>> behind(
            long position, List<? extends TrackedEventMessage<?>> events) {
        int first = 0;
        while (positionOf(events.get(first)) <= position) {
            first++;
        }
        return events.subList(first, events.size());
    }

    private static long positionOf(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }
}
