package medflip.platform.eventstore;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event store whose streams tell their readers at once when something was appended; Axon's own lets a pooled
 * processor look only every half second.
 *
 * <p>What this node appends wakes its readers right after the commit. What other nodes append is found by looking at
 * the newest position every so often: one look into an index, and nothing that could be missed. PostgreSQL's NOTIFY
 * would be quicker, but would wake every node for every commit of any, and a listener can be lost unseen.
 */
public final class NotifyingEventStore extends AbstractEventStore implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NotifyingEventStore.class);
    /**
     * Shortest time between two wake-ups of the processors. A lone event wakes them at once; in a flood each of them so
     * takes many events in a transaction, instead of a few.
     */
    private static final long BREATH_NANOS = Duration.ofMillis(20).toNanos();

    private final Set<Tail> tails = ConcurrentHashMap.newKeySet();
    private final Lock lock = new ReentrantLock();
    private final Condition appendedOrClosed = lock.newCondition();
    private final OtherNodes otherNodes;
    private final RecentEvents recent;

    private final AtomicBoolean callScheduled = new AtomicBoolean();
    private final AtomicLong lastCall = new AtomicLong(System.nanoTime() - BREATH_NANOS);
    private long appends;
    private boolean closed;

    /**
     * Starts looking for other nodes' events.
     *
     * @param look how often
     */
    public NotifyingEventStore(
            PostgresEventStorageEngine engine, MessageMonitor<? super EventMessage<?>> monitor, Duration look) {
        super(new Settings(engine, monitor));
        this.recent = new RecentEvents(engine);
        engine.onAppend(this::wake);
        this.otherNodes = new OtherNodes(engine, look, this::wake);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        Tail tail = new Tail(trackingToken);
        tails.add(tail);
        return tail;
    }

    /** Ends the look-out for other nodes' events and releases who waits for an event. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            appendedOrClosed.signalAll();
        } finally {
            lock.unlock();
        }
        otherNodes.close();
    }

    private void wake() {
        lock.lock();
        try {
            appends++;
            appendedOrClosed.signalAll();
        } finally {
            lock.unlock();
        }
        callBackSoon();
    }

    private void callBackSoon() {
        if (!callScheduled.compareAndSet(false, true)) {
            return;
        }
        long wait = lastCall.get() + BREATH_NANOS - System.nanoTime();
        if (wait <= 0) {
            callBack();
            return;
        }
        Thread.ofVirtual().name("event-waker").start(() -> {
            LockSupport.parkNanos(wait);
            callBack();
        });
    }

    private void callBack() {
        lastCall.set(System.nanoTime());
        // Before the calls: what is appended from here on is either seen by them or wakes again.
        callScheduled.set(false);
        tails.forEach(Tail::callBack);
    }

    /** Forgets decoded events: called when a person was erased, so that nobody reads on what is forgotten. */
    public void forgetDecoded() {
        recent.clear();
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private long appends() {
        lock.lock();
        try {
            return appends;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for an append after those counted by {@code known}.
     *
     * @return nanoseconds left, none or fewer if the time is over or the store closed
     */
    private long awaitAppend(long known, long nanoseconds) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanoseconds;
            while (appends == known && left > 0 && !closed) {
                left = appendedOrClosed.awaitNanos(left);
            }
            return closed ? 0 : left;
        } finally {
            lock.unlock();
        }
    }

    /** The log from a position on, for one reader. */
    private final class Tail implements TrackingEventStream {

        private @Nullable TrackingToken position;
        private Iterator<? extends TrackedEventMessage<?>> page = Collections.emptyIterator();
        private @Nullable TrackedEventMessage<?> next;
        /** Count of appends at which everything was read; processors ask several times whether there is more. */
        private long exhaustedAt = -1;

        private volatile @Nullable Runnable callback;

        Tail(@Nullable TrackingToken position) {
            this.position = position;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (next == null) {
                if (!page.hasNext()) {
                    readPage();
                }
                if (page.hasNext()) {
                    next = page.next();
                    position = next.trackingToken();
                }
            }
            return Optional.ofNullable(next);
        }

        private void readPage() {
            long known = appends();
            if (exhaustedAt != known) {
                RecentEvents.Page read = recent.after(position, known);
                page = read.events().iterator();
                exhaustedAt = read.seenAll();
            }
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long left = unit.toNanos(timeout);
            while (true) {
                long known = appends();
                if (peek().isPresent()) {
                    return true;
                }
                left = awaitAppend(known, left);
                if (left <= 0) {
                    return peek().isPresent();
                }
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
                if (isClosed()) {
                    throw new IllegalStateException("The event store is closed.");
                }
            }
            TrackedEventMessage<?> event = peek().orElseThrow();
            next = null;
            return event;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            this.callback = callback;
            return true;
        }

        private void callBack() {
            Runnable runnable = callback;
            if (runnable == null) {
                return;
            }
            try {
                runnable.run();
            } catch (RuntimeException e) {
                log.debug("A reader that is going away can't be woken", e);
            }
        }

        @Override
        public void close() {
            tails.remove(this);
        }
    }

    /** Axon wants its settings through a builder. */
    private static final class Settings extends AbstractEventStore.Builder {
        Settings(PostgresEventStorageEngine engine, MessageMonitor<? super EventMessage<?>> monitor) {
            storageEngine(engine);
            messageMonitor(monitor);
        }
    }
}
