package medflip.reports.read.quotes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which day to which, both included; what is left out has no bound. */
record Period(
        @Schema(description = "First day") @Nullable LocalDate from,
        @Schema(description = "Last day") @Nullable LocalDate to) {}
