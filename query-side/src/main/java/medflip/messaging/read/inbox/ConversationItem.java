package medflip.messaging.read.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the inbox.
 *
 * @param lastText absent where the last text was pictures alone
 * @param toReview how many texts read like an opt-out and wait for a decision
 * @param assignedTo who of the business answers; absent where nobody in particular does, or they left the business
 * @param personId whose number it is, if somebody in the books has it
 */
record ConversationItem(
        UUID id,
        String number,
        Instant lastAt,
        @Nullable String lastText,
        boolean lastIncoming,
        boolean unseen,
        boolean optedOut,
        int toReview,
        @Nullable UUID assignedTo,
        @Nullable UUID personId,
        @Nullable String personName) {}
