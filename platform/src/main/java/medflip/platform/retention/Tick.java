package medflip.platform.retention;

import java.time.Instant;
import java.util.Map;

/**
 * Evidence that the sweep ran.
 *
 * @param since when the clock last jumped: from then on there is evidence without a gap
 * @param late how many things were past their limits afterwards
 * @param figures of each rule, by its id
 */
record Tick(Instant at, Instant since, long late, Map<String, Figures> figures) {

    /** What one rule did and left. */
    record Figures(long destroyed, long late) {}

    long destroyed() {
        return figures.values().stream().mapToLong(Figures::destroyed).sum();
    }
}
