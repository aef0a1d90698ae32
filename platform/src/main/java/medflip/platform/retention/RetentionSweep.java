package medflip.platform.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import medflip.platform.retention.ClockGuard.ClockState;
import medflip.platform.retention.ClockGuard.Judgement;
import medflip.platform.retention.Tick.Figures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Destroys what is due. It looks at what is there and not at what was planned, so that the first sweep after any time
 * of standing still finds everything.
 */
@Component
class RetentionSweep {

    private static final Logger log = LoggerFactory.getLogger(RetentionSweep.class);

    /** Short enough that nobody waits for a transaction of it. */
    static final int STEP = 1_000;

    private static final Duration EVIDENCE_EVERY = Duration.ofHours(1);

    private final List<RetentionRule> rules;
    private final TickStore ticks;
    private final Clock clock;

    RetentionSweep(List<RetentionRule> rules, TickStore ticks, Clock clock) {
        this.rules = rules;
        this.ticks = ticks;
        this.clock = clock;
    }

    /** Whether the clock can be believed now. */
    Judgement judge() {
        return judge(ticks.last().orElse(null));
    }

    private Judgement judge(@Nullable Tick last) {
        return ClockGuard.judge(clock.instant(), ticks.databaseTime(), last);
    }

    /**
     * Destroys what is due, if the clock can be believed, and leaves evidence: once an hour, and whenever it has more
     * to say than the last time.
     *
     * @throws IllegalStateException if a rule failed; the others were seen to
     */
    void sweep() {
        Tick last = ticks.last().orElse(null);
        Judgement judgement = judge(last);
        if (judgement.state() == ClockState.DIFFERENT) {
            log.warn("Nothing old is destroyed: the clocks of the service and of the database differ");
            return;
        }
        IllegalStateException failures = new IllegalStateException("Rules of retention failed");
        Map<String, Figures> figures = new TreeMap<>();
        for (RetentionRule rule : rules) {
            try {
                figures.put(rule.id(), figures(rule, judgement.state() == ClockState.TRUSTED));
            } catch (RuntimeException e) {
                failures.addSuppressed(e);
            }
        }
        Tick tick = new Tick(
                clock.instant(),
                judgement.since(),
                figures.values().stream().mapToLong(Figures::late).sum(),
                figures);
        if (isNews(tick, last)) {
            ticks.add(tick);
        }
        if (failures.getSuppressed().length > 0) {
            throw failures;
        }
    }

    private Figures figures(RetentionRule rule, boolean trusted) {
        Instant now = clock.instant();
        return new Figures(trusted ? destroy(rule, now) : 0, rule.late(now));
    }

    private static long destroy(RetentionRule rule, Instant now) {
        long all = 0;
        int some;
        do {
            some = rule.destroy(now, STEP);
            all += some;
        } while (some == STEP);
        return all;
    }

    private static boolean isNews(Tick tick, @Nullable Tick last) {
        return last == null
                || !tick.since().equals(last.since())
                || tick.destroyed() > 0
                || tick.late() != last.late()
                || Duration.between(last.at(), tick.at()).compareTo(EVIDENCE_EVERY) >= 0;
    }
}
