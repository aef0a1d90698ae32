package medflip.deals.read.payouts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.deals.events.PayoutMethod;
import org.jspecify.annotations.Nullable;

/** Which payouts? */
record FindPayouts(
        @Schema(description = "Words of the person's name or of the deal's items") @Nullable
        String search,

        @Nullable PayoutStage stage,
        @Nullable PayoutMethod method,
        @Schema(description = "First day") @Nullable LocalDate from,
        @Schema(description = "Last day") @Nullable LocalDate to,

        @Schema(description = "Only these, such as those that were chosen") @Nullable
        List<UUID> ids) {}
