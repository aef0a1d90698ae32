package medflip.platform.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.inbox.InboxStore.Taken;
import medflip.platform.text.FaultLine;
import medflip.platform.trace.TracePoint;
import medflip.platform.work.Doorbell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Has what was delivered read, soon after it came, in a few lanes beside each other: a picture that comes slowly holds
 * up its own lane only. One that can't be read is tried again later, and doesn't hold up the others; what nobody could
 * read for a day is set aside, with a reason, until an operator has it read again. A process without readers, such as a
 * gateway of its own, takes none.
 */
final class InboxWorker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);
    private static final int LANES = 4;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** For so long it is tried to read a delivery: longer than a fault of ours usually lasts. */
    static final Duration GIVE_UP_AFTER = Duration.ofDays(1);

    /** What waits for longer needs a look. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private final InboxStore store;
    private final Clock clock;
    private final Map<String, DeliveryReader> readers;
    private final List<Doorbell> lanes = Stream.generate(() -> new Doorbell("inbox", this::workOff))
            .limit(LANES)
            .toList();
    private volatile boolean closing;

    InboxWorker(InboxStore store, Clock clock, List<DeliveryReader> readers) {
        this.store = store;
        this.clock = clock;
        this.readers = readers.stream().collect(Collectors.toMap(DeliveryReader::provider, Function.identity()));
    }

    void wake() {
        lanes.forEach(Doorbell::ring);
    }

    private void workOff() {
        while (!closing && work() > 0) {}
    }

    /** Reads a delivery, and no more, since those it took with it would wait for it; how many there were. */
    int work() {
        if (readers.isEmpty()) {
            return 0;
        }
        List<Taken> deliveries = store.take(1, clock.instant());
        deliveries.forEach(this::read);
        return deliveries.size();
    }

    private void read(Taken taken) {
        DeliveryReader reader = readers.get(taken.provider());
        if (reader == null) {
            retry(taken, "no-reader");
            return;
        }
        try {
            TracePoint.follow(taken.delivered(), () -> reader.read(store.open(taken)));
            store.settle(taken, "READ", null);
        } catch (CommandRejected refused) {
            if (refused.reason().code().equals(RequestRejection.NOT_FOUND.code())) {
                retry(taken, "unknown-thing");
            } else {
                store.settle(taken, "REFUSED", refused.reason().code());
            }
        } catch (IllegalArgumentException | JacksonException | IndexOutOfBoundsException senseless) {
            log.warn(
                    "A delivery of {} makes no sense: {}",
                    taken.provider(),
                    senseless.getClass().getName());
            retry(taken, "malformed");
        } catch (RuntimeException e) {
            log.error("A delivery of {} can't be read now: {}", taken.provider(), FaultLine.of(e));
            retry(taken, "fault");
        }
    }

    private void retry(Taken taken, String reason) {
        Duration wait = Duration.ofSeconds(1L << Math.clamp(taken.attempts(), 1, 10));
        Instant next = clock.instant().plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
        if (next.isBefore(taken.firstDueAt().plus(GIVE_UP_AFTER))) {
            store.retry(taken, reason, next);
        } else {
            store.settle(taken, "SET_ASIDE", reason);
        }
    }

    @Override
    public void close() {
        closing = true;
        lanes.forEach(Doorbell::close);
    }
}
