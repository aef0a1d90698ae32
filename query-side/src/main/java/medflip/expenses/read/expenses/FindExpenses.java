package medflip.expenses.read.expenses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.expenses.events.ExpenseCategory;
import org.jspecify.annotations.Nullable;

/** Which expenses? */
record FindExpenses(
        @Schema(description = "Words of the vendor or the note") @Nullable
        String search,

        @Nullable ExpenseCategory category,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID dealId,
        @Nullable UUID saleId,

        @Schema(description = "Those that were voided, instead of the others", defaultValue = "false") @Nullable
        Boolean voided,

        @Schema(description = "Only these, such as those that were chosen") @Nullable
        List<UUID> ids) {}
