package medflip.catalog.read.buyers;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which buyers? */
record FindBuyers(
        @Schema(description = "Words of the name or of whom one speaks to there, or part of a phone number") @Nullable
        String search,

        @Schema(description = "Only retired ones, or only the others", defaultValue = "false") @Nullable
        Boolean retired) {}
