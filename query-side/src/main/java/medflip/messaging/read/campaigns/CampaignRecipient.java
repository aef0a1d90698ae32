package medflip.messaging.read.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medflip.messaging.events.BlockReason;
import medflip.messaging.events.SkipReason;
import org.jspecify.annotations.Nullable;

/**
 * What became of a campaign's text to one person.
 *
 * @param conversationId where it stands, once it was written
 * @param heldUntil when it leaves, where it is early or late
 * @param errorCode Twilio's, where it didn't arrive
 */
record CampaignRecipient(
        UUID customerId,
        @Nullable String name,
        RecipientResult result,
        @Nullable UUID conversationId,
        @Nullable Instant heldUntil,
        List<BlockReason> blockedFor,
        @Nullable Integer errorCode,
        @Nullable SkipReason skipped) {}
