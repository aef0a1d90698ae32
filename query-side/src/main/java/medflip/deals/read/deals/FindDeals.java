package medflip.deals.read.deals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which deals? */
record FindDeals(
        @Nullable DealState state,
        @Nullable UUID customerId,

        @Schema(description = "Words of an item or of the person, or part of a phone number") @Nullable
        String search,

        @Schema(description = "Only those from before the books were kept here, or only the others") @Nullable
        Boolean imported,

        @Schema(description = "First day") @Nullable LocalDate from,

        @Schema(description = "Last day") @Nullable LocalDate to,

        @Schema(description = "Only these deals, such as those that were chosen") @Nullable
        List<UUID> ids) {}
