package medflip.inventory.read.stock;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which lots? */
record FindStock(
        @Schema(description = "Words of an item or of the person it came from, or part of a phone number") @Nullable
        String search,

        @Schema(description = "Only lots with boxes left; false shows the sold-out ones as well", defaultValue = "true")
        @Nullable
        Boolean onHand) {}
