package medflip.inventory.events;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ProductId;
import medflip.deals.events.DealId;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.NotPersonal;

/** Everything that can happen to a lot. */
public sealed interface LotEvent extends DomainEvent {
    LotId lotId();

    @Override
    default LotId aggregateId() {
        return lotId();
    }

    /** Received boxes went on the shelf. {@code landedCost} is for all of them. */
    record LotStocked(
            LotId lotId,
            DealId dealId,
            ProductId productId,
            @NotPersonal("an item of the catalog") String item,
            YearMonth expiry,
            Grade grade,
            int quantity,
            Money landedCost,
            LocalDate stockedOn)
            implements LotEvent {}

    /** Boxes of the lot were sold on. {@code landedCost} is the sold boxes' share; profit is proceeds less it. */
    record LotSold(
            LotId lotId,
            UUID saleId,
            DealId dealId,
            ProductId productId,
            @NotPersonal("an item of the catalog") String item,
            @NotPersonal("a wholesale buyer is a company") String buyer,
            int quantity,
            Money proceeds,
            Money landedCost,
            LocalDate soldOn)
            implements LotEvent {}
}
