package medflip.inventory.read.stock;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Grade;
import org.jspecify.annotations.Nullable;

/** Which lots? */
record FindStock(
        @Schema(
                description = "Words of an item, a lot number, a location or the person it came from, or part of a"
                        + " phone number")
        @Nullable
        String search,

        @Schema(description = "Only lots with boxes left; false shows the emptied ones as well", defaultValue = "true")
        @Nullable
        Boolean onHand,

        @Schema(description = "What can be sold today, what is on hold, or what has expired") @Nullable
        StockState state,

        @Schema(description = "Only what expires within so many days, and hasn't yet") @Nullable
        Integer expiringWithin,

        @Nullable String item,
        @Nullable String location,
        @Nullable Grade grade,

        @Schema(description = "Only these, such as those that were chosen") @Nullable
        List<UUID> ids) {

    /** Whether boxes can be sold, in the API's words. */
    enum StockState {
        SELLABLE,
        ON_HOLD,
        EXPIRED
    }
}
