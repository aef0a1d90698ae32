package medflip.audit.read.journal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose looks, or at what, are asked for; what is absent doesn't matter. */
record FindLooks(
        @Schema(description = "Who: user:<id>, key:<id>, operator:<id>") @Nullable
        String actor,

        @Schema(description = "What was looked at, by its id") @Nullable
        UUID record,

        @Schema(description = "A person, and their deals") @Nullable
        UUID person,

        @Schema(description = "First day, at the business's place") @Nullable
        LocalDate from,

        @Schema(description = "Last day") @Nullable LocalDate until) {}
