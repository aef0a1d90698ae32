package medflip.platform.inbox;

import java.time.Clock;

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
}
