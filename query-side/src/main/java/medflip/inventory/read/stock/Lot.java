package medflip.inventory.read.stock;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.kernel.Money;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * One lot, with where its boxes came from and what became of them.
 *
 * @param splitOff the lot that it was a part of
 */
record Lot(
        @JsonUnwrapped LotItem item,
        @Nullable UUID splitOff,
        @Nullable String holdNote,
        List<LotSale> sales,
        List<Movement> movements)
        implements Versioned {

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

    /**
     * Boxes that came or went, below zero where they went.
     *
     * @param reason of a write-off or a count
     * @param otherId the other lot, the sale or the write-off
     * @param undone whether this write-off was undone
     */
    record Movement(
            MovementKind kind,
            LocalDate on,
            int boxes,
            Money cost,
            @Nullable String reason,
            @Nullable String note,
            @Nullable UUID otherId,
            boolean undone) {}
}
