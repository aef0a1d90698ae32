package medflip.sales.read.candidates;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which boxes could a sale take? */
record FindCandidates(
        @Nullable String search,

        @Schema(description = "The day they ship, by default today") @Nullable
        LocalDate shipOn,

        @Schema(description = "How many months they must still last then", defaultValue = "0") @Nullable
        Integer minimumMonths,

        @Schema(description = "A sale whose own boxes count as free") @Nullable
        UUID saleId) {}
