package medflip.catalog.read.prices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tier drops? */
record FindTierDrops(
        @Schema(description = "Only those within so many days from today") @Nullable
        Integer withinDays,

        @Schema(description = "Only boxes of this product") @Nullable
        UUID productId) {

    static final FindTierDrops ALL = new FindTierDrops(null, null);
}
