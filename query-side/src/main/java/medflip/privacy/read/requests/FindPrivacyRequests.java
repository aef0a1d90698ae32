package medflip.privacy.read.requests;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which requests? */
record FindPrivacyRequests(
        @Schema(description = "Those that wait for an answer, or those that are over") @Nullable
        Boolean open,

        @Schema(description = "Those of a person") @Nullable UUID customerId,

        @Schema(description = "Those of a member about themselves") @Nullable
        UUID memberId) {}
