package medflip.messaging.read.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medflip.messaging.events.BlockReason;
import org.jspecify.annotations.Nullable;

/**
 * One text in the list of all.
 *
 * @param personName whose number it is, if somebody in the books has it
 * @param parts in how many it left
 */
record TextLine(
        UUID conversationId,
        UUID id,
        Instant at,
        String number,
        @Nullable String personName,
        boolean incoming,
        @Nullable String body,
        int pictures,
        TextState state,
        List<BlockReason> blockedFor,
        @Nullable Integer errorCode,
        @Nullable Integer parts,
        @Nullable UUID campaignId) {}
