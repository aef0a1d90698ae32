package medflip.platform.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    public List<KeptDelivery> unread(int most) {
        return store.findUnread(overdue(), most);
    }

    /** One of all that are kept. */
    public Optional<KeptDelivery> find(UUID id) {
        return store.find(id);
    }

    /**
     * What is kept, read or not, the newest first.
     *
     * @param provider of which service; null: of all
     */
    public List<KeptDelivery> newest(@Nullable String provider, int most) {
        return store.newest(provider, most);
    }

    /** What one service delivered from then on and before then, the oldest first. */
    public List<KeptDelivery> between(String provider, Instant since, Instant until, int most) {
        return store.between(provider, since, until, most);
    }

    /** How many wait, or were set aside; what was refused for good isn't among them. */
    public int waiting() {
        return store.countWaiting(overdue());
    }

    private Instant overdue() {
        return clock.instant().minus(InboxWorker.PATIENCE);
    }

    /** Has it read as if it had just come, also where it was read before; false if it is gone. */
    public boolean readAgain(KeptDelivery delivery) {
        boolean again = store.readAgain(delivery, clock.instant());
        worker.wake();
        return again;
    }
}
