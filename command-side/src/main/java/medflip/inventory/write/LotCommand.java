package medflip.inventory.write;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ProductId;
import medflip.deals.events.DealId;
import medflip.inventory.events.LotId;
import medflip.kernel.Money;
import medflip.platform.command.Command;

/** What can be asked of a lot. */
public sealed interface LotCommand extends Command {
    LotId lotId();

    @Override
    default LotId aggregateId() {
        return lotId();
    }

    /** Puts received boxes on the shelf; a lot that is there already stays as it is. */
    record StockLot(
            LotId lotId,
            DealId dealId,
            ProductId productId,
            String item,
            YearMonth expiry,
            Grade grade,
            int quantity,
            Money landedCost,
            LocalDate stockedOn)
            implements LotCommand {}

    /** Sells boxes on. {@code proceeds} is for all of them. The same sale id again changes nothing. */
    record SellLot(LotId lotId, UUID saleId, String buyer, int quantity, Money proceeds, LocalDate soldOn)
            implements LotCommand {}
}
