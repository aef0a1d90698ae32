package medflip.reports.read.compliance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which purchases? */
record FindPurchases(
        @Schema(description = "Words of an item or of the person") @Nullable
        String search,

        @Schema(description = "First day of acceptance") @Nullable
        LocalDate from,

        @Schema(description = "Last day of acceptance") @Nullable
        LocalDate to) {}
