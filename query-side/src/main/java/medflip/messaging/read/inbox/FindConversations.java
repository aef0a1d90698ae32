package medflip.messaging.read.inbox;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which conversations? */
record FindConversations(
        @Schema(description = "Those with a text that nobody has seen yet") @Nullable
        Boolean unseen,

        @Schema(description = "Those with a text that may be an opt-out and waits for a decision") @Nullable
        Boolean toReview,

        @Schema(description = "Those that this member of the business answers") @Nullable
        UUID assignedTo,

        @Schema(description = "Those that nobody in particular answers") @Nullable
        Boolean unassigned,

        @Schema(description = "Those with the numbers of a person") @Nullable
        UUID customerId) {}
