package medflip.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.platform.access.AccessLogStore.Look;
import medflip.platform.seal.LogName;
import medflip.platform.seal.SealedLog;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.FaultLine;
import medflip.platform.work.Doorbell;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notes looks, many in one commit, so that no answer waits for it: what a crash takes along are those of its last
 * moment. The same look again within {@link #SAME_FOR} is one look: a screen that is open asks again with every change.
 */
@Component
public class AccessLog implements SealedLog, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AccessLog.class);

    static final Duration SAME_FOR = Duration.ofMinutes(5);

    private static final int REMEMBERED = 50_000;
    /** What can't be stored for so long that this many wait is lost, rather than the service's memory. */
    private static final int MOST_WAITING = 100_000;

    private record Seen(Caller who, String what, @Nullable UUID record) {}

    private final AccessLogStore store;
    private final Clock clock;
    private final Cache<Seen, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(SAME_FOR)
            .build();
    private final Doorbell doorbell = new Doorbell("access-log", this::store);
    private List<Look> waiting = new ArrayList<>();

    AccessLog(AccessLogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Returns at once.
     *
     * @param what the address, without ids and without what was asked for
     * @param record whose page it is, if it is one thing's
     */
    void note(Caller who, String what, @Nullable UUID record) {
        if (seen.asMap().putIfAbsent(new Seen(who, what, record), true) == null) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            add(List.of(new Look(who.tenant(), now, who.actor(), what, record)));
            doorbell.ring();
        }
    }

    private synchronized void add(List<Look> looks) {
        if (waiting.size() < MOST_WAITING) {
            waiting.addAll(looks);
        }
    }

    private synchronized List<Look> take() {
        List<Look> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    /** Stores what was noted up to now; what can't be is stored the next time. */
    public void store() {
        List<Look> looks = take();
        try {
            store.add(looks);
        } catch (RuntimeException e) {
            log.warn("Who looked at what can't be stored now: {}", FaultLine.of(e));
            add(looks);
        }
    }

    @Override
    public LogName name() {
        return LogName.ACCESS;
    }

    @Override
    public List<Entry> behind(long position, int most) {
        return store.settled(position, most);
    }

    @Override
    public Optional<Instant> recordedBehind(long position) {
        return store.recordedBehind(position);
    }

    @Override
    public void close() {
        doorbell.close();
        store();
    }
}
