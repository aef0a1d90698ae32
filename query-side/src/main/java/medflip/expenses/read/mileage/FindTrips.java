package medflip.expenses.read.mileage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which trips? */
record FindTrips(
        @Schema(description = "Words of the purpose or the places") @Nullable
        String search,

        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID dealId,
        @Nullable UUID saleId,

        @Schema(description = "Those that were voided, instead of the others", defaultValue = "false") @Nullable
        Boolean voided,

        @Schema(description = "Only these, such as those that were chosen") @Nullable
        List<UUID> ids) {}
