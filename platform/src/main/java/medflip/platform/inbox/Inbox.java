package medflip.platform.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where webhooks put what was delivered. */
public final class Inbox {

    private final InboxStore store;
    private final InboxWorker worker;
    private final Clock clock;

    Inbox(InboxStore store, InboxWorker worker, Clock clock) {
        this.store = store;
        this.worker = worker;
        this.clock = clock;
    }

    /** Returns once it is on disk. The same delivery again changes nothing. */
    public void keep(Delivery delivery) {
        if (store.add(delivery, clock.instant())) {
            worker.wake();
        }
    }

    /** Whether a delivery could be kept now. */
    public boolean isReachable() {
        return store.isReachable();
    }

    /** What needs a look, over all businesses, the longest waiting first. */
    public List<UnreadDelivery> unread(int most) {
        return store.findUnread(overdue(), most);
    }

    /** One of it. */
    public Optional<UnreadDelivery> unread(UUID id) {
        return store.findUnread(overdue(), id);
    }

    /** How many wait, or were set aside; what was refused for good isn't among them. */
    public int waiting() {
        return store.countWaiting(overdue());
    }

    private Instant overdue() {
        return clock.instant().minus(InboxWorker.PATIENCE);
    }

    /** Has it read as if it had just come; false if it was read meanwhile. */
    public boolean readAgain(UnreadDelivery delivery) {
        boolean again = store.readAgain(delivery, clock.instant());
        worker.wake();
        return again;
    }
}
