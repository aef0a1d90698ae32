package medflip.customers.read.people;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which people? */
record FindPeople(
        @Schema(description = "Words of a name or an e-mail address, or part of a phone number") @Nullable
        String search,

        @Nullable String leadSource,

        @Schema(description = "Those put aside, instead of the others", defaultValue = "false") @Nullable
        Boolean archived,

        @Schema(description = "Only those with this tag") @Nullable
        UUID tag,

        @Schema(description = "Only those nothing is bought from, or only the others") @Nullable
        Boolean doNotBuy,

        @Schema(description = "Only these people, such as those that were chosen") @Nullable
        List<UUID> ids) {}
