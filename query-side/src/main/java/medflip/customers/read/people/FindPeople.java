package medflip.customers.read.people;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which people? */
record FindPeople(
        @Schema(description = "Words of a name or an e-mail address, or part of a phone number") @Nullable
        String search,

        @Nullable String leadSource,

        @Schema(description = "Those put aside, instead of the others", defaultValue = "false") @Nullable
        Boolean archived) {}
