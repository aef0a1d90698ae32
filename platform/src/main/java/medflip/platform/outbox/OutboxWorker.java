package medflip.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import medflip.platform.command.CommandRejected;
import medflip.platform.outbox.OutboxStore.Taken;
import medflip.platform.text.FaultLine;
import medflip.platform.work.Doorbell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries what is due. It looks at the rows and not at who woke it: a new row, the time of a second try and a restart
 * after a crash are one and the same. Several nodes share the rows.
 */
final class OutboxWorker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);
    static final int AT_ONCE = 8;

    /** What a look-up says of what surely wasn't done, so that it can be tried again at once. */
    static final String NEVER_DONE = "never-done";

    /** For so long it is tried to reach a service that surely didn't do it. */
    static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

    /** What waits for longer needs a look. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private final OutboxStore store;
    private final Backoff backoff;
    private final Clock clock;
    private final List<OutboxChannel> channels;
    private final Map<String, CircuitBreakers> breakers;
    private final Doorbell doorbell;
    private volatile boolean closing;

    OutboxWorker(OutboxStore store, Backoff backoff, Clock clock, List<OutboxChannel> channels) {
        this.store = store;
        this.backoff = backoff;
        this.clock = clock;
        this.channels = channels;
        this.doorbell = new Doorbell("outbox", () -> channels.forEach(this::workOff));
        this.breakers = channels.stream()
                .collect(Collectors.toMap(
                        OutboxChannel::name, channel -> new CircuitBreakers(clock, channel.isOfEachBusiness())));
    }

    /** Has what is due tried, soon; returns at once. */
    void wake() {
        doorbell.ring();
    }

    private void workOff(OutboxChannel channel) {
        while (!closing && work(channel) > 0) {}
    }

    /** Tries some rows; how many. */
    int work(OutboxChannel channel) {
        if (channel.together() > 1) {
            return workTogether(channel);
        }
        settleLapsed(channel);
        CircuitBreakers ofChannel = breakers(channel);
        int permits = ofChannel.permits(AT_ONCE);
        if (permits == 0) {
            return 0;
        }
        List<Taken> rows =
                store.take(channel.name(), permits, ofChannel.resting(), ofChannel.probing(), clock.instant());
        try (ExecutorService attempts = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("outbox-attempt-", 0).factory())) {
            rows.forEach(row -> attempts.execute(() -> attempt(channel, row)));
        }
        return rows.size();
    }

    private void settleLapsed(OutboxChannel channel) {
        for (Taken lapsed : store.lapsed(channel.name(), clock.instant())) {
            settle(channel, lapsed, new Outcome.Unknown("process-died"));
        }
    }

    /** Tries a batch in one call; of how many rows. */
    private int workTogether(OutboxChannel channel) {
        settleLapsed(channel);
        if (breakers(channel).permits(1) == 0) {
            return 0;
        }
        List<Taken> rows = store.takeTogether(channel.name(), channel.together(), clock.instant());
        SortedMap<UUID, byte[]> contents = new TreeMap<>();
        Map<UUID, Outcome> outcomes = new HashMap<>();
        for (Taken row : rows) {
            try {
                contents.put(row.id(), store.content(row));
            } catch (CommandRejected erased) {
                outcomes.put(row.id(), new Outcome.Refused(erased.reason().code()));
            }
        }
        if (!contents.isEmpty()) {
            outcomes.putAll(attemptTogether(channel, rows, contents));
        }
        rows.forEach(row -> settle(channel, row, Objects.requireNonNull(outcomes.get(row.id()))));
        return rows.size();
    }

    private Map<UUID, Outcome> attemptTogether(
            OutboxChannel channel, List<Taken> rows, SortedMap<UUID, byte[]> contents) {
        Map<UUID, Outcome> outcomes;
        try {
            outcomes = channel.attemptTogether(
                    Objects.requireNonNull(rows.getFirst().batch()), contents);
        } catch (RuntimeException e) {
            log.error("A batch of the outbox for {} failed by a fault of ours: {}", channel.name(), FaultLine.of(e));
            outcomes =
                    contents.keySet().stream().collect(Collectors.toMap(id -> id, id -> new Outcome.Unknown("fault")));
        }
        breakers(channel).note(rows.getFirst().tenant(), Objects.requireNonNull(outcomes.get(contents.firstKey())));
        return outcomes;
    }

    private CircuitBreakers breakers(OutboxChannel channel) {
        return Objects.requireNonNull(breakers.get(channel.name()));
    }

    private void attempt(OutboxChannel channel, Taken row) {
        Outcome outcome;
        try {
            outcome = resolved(channel, row, store.content(row));
        } catch (CommandRejected erased) {
            outcome = new Outcome.Refused(erased.reason().code());
        } catch (RuntimeException e) {
            log.error("An attempt of the outbox for {} failed by a fault of ours: {}", channel.name(), FaultLine.of(e));
            outcome = new Outcome.Unknown("fault");
        }
        breakers(channel).note(row.tenant(), outcome);
        settle(channel, row, outcome);
    }

    /** What may have been done already is looked up before it is tried again. */
    private static Outcome resolved(OutboxChannel channel, Taken row, byte[] content) {
        if (row.doubtful() && channel.canTellAfter() != null) {
            Outcome first = channel.lookUp(row.id(), content, row.firstTriedAt());
            if (!(first instanceof Outcome.NotDone(String reason, Duration wait) && reason.equals(NEVER_DONE))) {
                return first;
            }
        }
        return channel.attempt(row.id(), content);
    }

    private void settle(OutboxChannel channel, Taken row, Outcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Outcome.Done done -> store.settle(row, "DONE", null, done.receipt(), now);
            case Outcome.Refused refused -> store.settle(row, "FAILED", refused.reason(), null, now);
            case Outcome.NotDone notDone -> {
                Duration wait = backoff.after(row.attempts());
                Duration wanted = notDone.retryAfter();
                retry(
                        channel,
                        row,
                        notDone.reason(),
                        row.doubtful(),
                        wanted == null || wanted.compareTo(wait) < 0 ? wait : wanted);
            }
            case Outcome.Unknown unknown -> {
                Duration wait = channel.canTellAfter();
                retry(channel, row, unknown.reason(), true, wait == null ? backoff.after(row.attempts()) : wait);
            }
        }
    }

    /** Where an attempt is in doubt, another is made only while the service would know it for a repeat. */
    private void retry(OutboxChannel channel, Taken row, String reason, boolean doubtful, Duration wait) {
        Instant now = clock.instant();
        Instant end = row.firstTriedAt()
                .plus(doubtful && channel.canTellAfter() == null ? channel.knowsRepeatsFor() : GIVE_UP_AFTER);
        if (now.plus(wait).isBefore(end)) {
            store.retry(row, reason, doubtful, now.plus(wait));
        } else {
            store.settle(row, doubtful ? "UNKNOWN" : "FAILED", reason, null, now);
        }
    }

    /** Rows that need a look, by channel. */
    int stuck(OutboxChannel channel) {
        return store.stuck(channel.name(), clock.instant().minus(PATIENCE));
    }

    List<OutboxChannel> channels() {
        return channels;
    }

    @Override
    public void close() {
        closing = true;
        doorbell.close();
    }
}
