package medflip.inventory.read.stock;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.kernel.Money;
import medflip.platform.web.Versioned;

/** One lot, with what became of its boxes. */
record Lot(@JsonUnwrapped LotItem item, List<LotSale> sales) implements Versioned {

    @Override
    public long version() {
        return item.version();
    }

    /** Boxes of the lot that were sold on. */
    record LotSale(
            UUID saleId,
            UUID lotId,
            String item,
            String buyer,
            int quantity,
            Money proceeds,
            Money landedCost,
            Money profit,
            LocalDate soldOn) {}
}
