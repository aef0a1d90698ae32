package medflip.sales.read.sales;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which sales? */
record FindSales(
        @Schema(description = "Words of an item, of the buyer, or a tracking number") @Nullable
        String search,

        @Nullable String buyer,
        @Nullable UUID buyerId,
        @Nullable SaleState state,

        @Schema(description = "Only sales that the buyer still owes something for") @Nullable
        Boolean owed,

        @Schema(description = "First day") @Nullable LocalDate from,
        @Schema(description = "Last day") @Nullable LocalDate to,

        @Schema(description = "Only these, such as those that were chosen") @Nullable
        List<UUID> ids) {}
