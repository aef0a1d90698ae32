package medflip.platform.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import medflip.platform.command.CommandRejected;
import medflip.platform.inbox.InboxStore.Taken;
import medflip.platform.work.Doorbell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has what was delivered read, soon after it came. A delivery that nobody here reads waits for a process that does; one
 * that fails is read again later, and doesn't hold up the others.
 */
final class InboxWorker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);
    private static final int AT_ONCE = 50;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final InboxStore store;
    private final Clock clock;
    private final Map<String, DeliveryReader> readers;
    private final Doorbell doorbell = new Doorbell("inbox", this::workOff);
    private volatile boolean closing;

    InboxWorker(InboxStore store, Clock clock, List<DeliveryReader> readers) {
        this.store = store;
        this.clock = clock;
        this.readers = readers.stream().collect(Collectors.toMap(DeliveryReader::provider, Function.identity()));
    }

    void wake() {
        doorbell.ring();
    }

    private void workOff() {
        while (!closing && work() > 0) {}
    }

    /** Reads some deliveries; how many. */
    int work() {
        if (readers.isEmpty()) {
            return 0;
        }
        List<Taken> deliveries = store.take(AT_ONCE, clock.instant());
        deliveries.forEach(this::read);
        return deliveries.size();
    }

    private void read(Taken taken) {
        DeliveryReader reader = readers.get(taken.provider());
        if (reader == null) {
            return;
        }
        try {
            reader.read(store.open(taken));
            store.settle(taken, "READ", null);
        } catch (CommandRejected refused) {
            store.settle(taken, "REFUSED", refused.reason().code());
        } catch (RuntimeException e) {
            log.error("A delivery of {} can't be read now", taken.provider(), e);
            Duration wait = Duration.ofSeconds(1L << Math.clamp(taken.attempts(), 1, 10));
            store.retry(taken, clock.instant().plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
        }
    }

    @Override
    public void close() {
        closing = true;
        doorbell.close();
    }
}
