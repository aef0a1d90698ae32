package medflip.deals.events;

import java.time.YearMonth;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.ProductId;
import medflip.kernel.Money;
import medflip.kernel.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * Boxes of one line that were found alike.
 *
 * @param number of these boxes in the deal, and of the lot that they become; the line's own for the first of a line
 * @param grade absent for boxes that are rejected
 * @param unitPrice what is paid for one box, if it goes to stock
 * @param difference why they aren't as quoted; absent if they are
 * @param trace why they have their price: the quote's trace where they are as quoted, else the rules of the day on
 *     which they were inspected; a price against these is explained by the difference
 */
public record FoundBoxes(
        int number,
        ProductId productId,
        @NotPersonal("an item of the catalog") String item,
        YearMonth expiry,
        @Nullable Grade grade,
        int quantity,
        Money unitPrice,
        Outcome outcome,
        @Nullable Difference difference,
        PriceTrace trace) {

    /** Far above the lines that a deal can have, so that numbers never meet. */
    private static final int PARTS_APART = 1_000;

    /** The number of a line's boxes that were found apart, from 0. */
    public static int number(int line, int part) {
        return line + part * PARTS_APART;
    }

    public Money total() {
        return outcome == Outcome.STOCK ? unitPrice.times(quantity) : unitPrice.times(0);
    }
}
