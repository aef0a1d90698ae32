package medflip.sales.read.sales;

import java.time.LocalDate;
import java.util.UUID;
import medflip.kernel.Money;

/**
 * A sale in the list.
 *
 * @param customerName who the boxes were bought from
 * @param landedCost of the boxes sold
 * @param profit proceeds less landed cost
 */
record SaleItem(
        UUID saleId,
        UUID lotId,
        UUID dealId,
        String customerName,
        UUID productId,
        String item,
        String buyer,
        int quantity,
        Money proceeds,
        Money landedCost,
        Money profit,
        LocalDate soldOn) {}
