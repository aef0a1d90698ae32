package medflip.catalog.read.trade;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a product did so far, in the business's currency.
 *
 * @param bought all boxes that ever came, at landed cost
 * @param onHand those that are left, at landed cost
 * @param purchases the latest ten
 * @param sales the latest ten
 */
record ProductTrade(
        ProductBoxes bought,
        ProductBoxes onHand,
        ProductSold sold,
        List<ProductPurchase> purchases,
        List<ProductSale> sales) {

    record ProductBoxes(long boxes, Money cost) {}

    /** @param proceeds less what buyers deducted */
    record ProductSold(long boxes, Money proceeds, Money cost, Money profit) {}

    /** @param boxes as they came; {@code onHand} of them are left */
    record ProductPurchase(
            UUID lotId,
            UUID dealId,
            String customerName,
            LocalDate boughtOn,
            YearMonth expiry,
            Grade grade,
            int boxes,
            int onHand,
            Money landedCost) {}

    /** @param invoiceNumber absent before it is billed */
    record ProductSale(
            UUID saleId,
            UUID lotId,
            String buyer,
            LocalDate soldOn,
            @Nullable Integer invoiceNumber,
            int boxes,
            Money proceeds,
            Money profit) {}
}
