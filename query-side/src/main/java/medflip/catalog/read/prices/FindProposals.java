package medflip.catalog.read.prices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which boxes are to be sold, and when? */
record FindProposals(
        @Schema(description = "Words of an item") @Nullable String search,

        @Schema(description = "The day they ship, by default today") @Nullable
        LocalDate shipOn,

        @Schema(description = "How many months they must still last then, by default what the buyer asks for") @Nullable
        Integer minimumMonths,

        @Schema(description = "Only these lots, by default all that are on hand") @Nullable
        List<UUID> lotIds,

        @Schema(description = "A sale whose own boxes count as free") @Nullable
        UUID saleId) {}
