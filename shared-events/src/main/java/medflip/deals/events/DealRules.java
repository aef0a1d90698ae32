package medflip.deals.events;

import org.jspecify.annotations.Nullable;

/**
 * What happens to a business's deals by itself.
 *
 * @param donateAfterDays how long boxes that weren't bought wait to be sent back until they are given away
 * @param closeAfterDays how long after everything was paid a deal is closed; absent where that is left to people
 */
public record DealRules(int donateAfterDays, @Nullable Integer closeAfterDays) {

    /** What holds until a business sets its own. */
    public static final DealRules USUAL = new DealRules(30, 30);
}
