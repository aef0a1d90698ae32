package medflip.inventory.read.stock;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * All boxes of one item on the shelf.
 *
 * @param productId of the product that is called so; of one of them, where several were
 * @param sellable neither on hold nor expired
 * @param nextExpiry of those that haven't expired
 * @param monthsLeft boxes by the months they still last: this month, one month, and so on; the last is twelve and more
 */
record StockItem(
        String item,
        UUID productId,
        int lots,
        int boxes,
        int sellable,
        int onHold,
        int expired,
        Money cost,
        @Nullable YearMonth nextExpiry,
        List<Integer> monthsLeft) {}
