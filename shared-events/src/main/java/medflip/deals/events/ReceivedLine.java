package medflip.deals.events;

import java.time.YearMonth;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ProductId;
import medflip.kernel.Money;
import medflip.kernel.NotPersonal;

/**
 * Boxes of one item that were bought and become a lot. {@code line} is their {@linkplain FoundBoxes#number() number} in
 * the deal. {@code landedCost} is for all of them: their price, and their share of the labels and of the payout's fee.
 */
public record ReceivedLine(
        int line,
        ProductId productId,
        @NotPersonal("an item of the catalog") String item,
        YearMonth expiry,
        Grade grade,
        int quantity,
        Money landedCost) {}
