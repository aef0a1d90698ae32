package medflip.platform.retention;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the clock can be believed, before anything is destroyed by it. Nobody can tell a clock that was set a hundred
 * days ahead from a service that stood still for a hundred days; so after each gap in the evidence, and each step back,
 * the clock has to go on evenly for a day, in which the operator is told. After that the sweep catches up.
 */
final class ClockGuard {

    static final Duration MOST_DIFFERENCE = Duration.ofSeconds(5);
    static final Duration LONGEST_GAP = Duration.ofDays(2);
    static final Duration SETTLED_AFTER = Duration.ofDays(1);

    /** Of what is known of the clock. */
    enum ClockState {
        /** What is due is destroyed. */
        TRUSTED,
        /** It jumped or the service stood still: it is watched for a day. */
        SETTLING,
        /** The service's clock isn't the database's. */
        DIFFERENT
    }

    /** @param since when the clock last jumped, as it is now */
    record Judgement(ClockState state, Instant since) {}

    private ClockGuard() {}

    /** @param last the newest evidence, if there is any */
    static Judgement judge(Instant application, Instant database, @Nullable Tick last) {
        Instant since = last == null || jumped(last.at(), application) ? application : last.since();
        if (Duration.between(application, database).abs().compareTo(MOST_DIFFERENCE) > 0) {
            return new Judgement(ClockState.DIFFERENT, since);
        }
        boolean settled = Duration.between(since, application).compareTo(SETTLED_AFTER) >= 0;
        return new Judgement(settled ? ClockState.TRUSTED : ClockState.SETTLING, since);
    }

    private static boolean jumped(Instant before, Instant now) {
        return now.isBefore(before) || Duration.between(before, now).compareTo(LONGEST_GAP) > 0;
    }
}
