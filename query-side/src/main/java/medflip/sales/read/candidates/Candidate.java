package medflip.sales.read.candidates;

import java.time.YearMonth;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Boxes that a sale could take, or the reason why it can't.
 *
 * @param free boxes that no other sale keeps
 * @param monthsLeft on the shipping day, as the business counts months
 * @param unitCost landed cost of one box, to the nearest cent
 * @param obstacle why they can't go on that day, if so
 */
record Candidate(
        UUID lotId,
        String item,
        YearMonth expiry,
        Grade grade,
        @Nullable String location,
        int free,
        int monthsLeft,
        Money unitCost,
        @Nullable Obstacle obstacle) {

    /** Why boxes can't be sold. */
    enum Obstacle {
        ON_HOLD,
        EXPIRED,
        EXPIRES_TOO_SOON,
        SET_ASIDE
    }
}
