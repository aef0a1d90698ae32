package medflip.messaging.read.campaigns;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which people of a campaign? */
record FindRecipients(
        @Schema(description = "Only those whose text came so far") @Nullable
        RecipientResult result) {}
