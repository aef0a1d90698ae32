package medflip.deals.events;

import java.time.YearMonth;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.ProductId;
import medflip.kernel.Money;
import medflip.kernel.NotPersonal;

/** Boxes of one product that are offered, by the name it had then. {@code unitPrice} is for one sealed box. */
public record QuoteLine(
        int line,
        ProductId productId,
        @NotPersonal("an item of the catalog") String item,
        YearMonth expiry,
        Grade grade,
        int quantity,
        Money unitPrice,
        PriceTrace trace) {

    /** Whether the price is against the rules and nobody has said why. */
    public boolean lacksReason() {
        return trace.override() == null && trace.isAgainstTheRules(unitPrice);
    }

    public Money total() {
        return unitPrice.times(quantity);
    }
}
