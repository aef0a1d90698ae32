package medflip.operations.read.acts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that one of the service's staff did.
 *
 * @param tenantId the business whose data it was done to, or in
 * @param position in the log
 * @param actor {@code operator:<uuid>}
 * @param event stored name, such as {@code operations.DeadLetterSkipped}
 * @param about the event or the effect that it was about
 * @param processor what couldn't take that event
 * @param reason why, in the operator's words
 */
record OperatorAct(
        UUID tenantId,
        long position,
        Instant recordedAt,
        String actor,
        String event,
        @Nullable String about,
        @Nullable String processor,
        @Nullable String reason) {}
