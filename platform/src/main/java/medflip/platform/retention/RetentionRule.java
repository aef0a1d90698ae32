package medflip.platform.retention;

import java.time.Duration;
import java.time.Instant;

/**
 * How long one kind of thing is kept. Its store makes a bean of it; that is all it takes to have it swept, counted and
 * shown.
 *
 * @param id stands in the evidence
 * @param promise of the privacy policy that it keeps
 * @param what is destroyed and when, in words for the operator
 * @param due so long after it got old it is destroyed
 * @param limit so long after it got old it must be gone; what is there still breaks the promise
 */
public record RetentionRule(String id, String promise, String what, Duration due, Duration limit, RetainedRows rows) {

    public RetentionRule {
        if (limit.compareTo(due) <= 0) {
            throw new IllegalArgumentException("Rule " + id + " leaves no time between due and late");
        }
    }

    /** How many are past their limit; 0 where the promise is kept. */
    public long late(Instant now) {
        return rows.count(now.minus(limit));
    }

    /** How many wait for the next sweep, the late ones included. */
    long due(Instant now) {
        return rows.count(now.minus(due));
    }

    /** Destroys some of what is due, and says how many. */
    public int destroy(Instant now, int most) {
        return rows.destroy(now.minus(due), most);
    }
}
