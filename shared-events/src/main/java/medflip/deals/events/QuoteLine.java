package medflip.deals.events;

import java.time.YearMonth;
import medflip.kernel.Money;
import medflip.kernel.NotPersonal;

/** Boxes of one item that are offered. {@code unitPrice} is for one sealed box. */
public record QuoteLine(
        int line,
        @NotPersonal("an item of the catalog") String item,
        YearMonth expiry,
        Grade grade,
        int quantity,
        Money unitPrice) {

    public Money total() {
        return unitPrice.times(quantity);
    }
}
