package medflip.sales.read.sales;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which sales? */
record FindSales(
        @Schema(description = "Words of an item, of the buyer, or of the person the boxes came from") @Nullable
        String search,

        @Nullable String buyer,

        @Schema(description = "First day") @Nullable LocalDate from,

        @Schema(description = "Last day") @Nullable LocalDate to) {}
