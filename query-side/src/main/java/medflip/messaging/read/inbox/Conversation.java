package medflip.messaging.read.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.messaging.events.BlockReason;
import medflip.messaging.events.ConsentBasis;
import medflip.messaging.events.OptOutWay;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with one number.
 *
 * @param consent how its owner agreed to be texted; absent where that was never written down
 * @param optedOut how it is known that they want no texts; absent where they may be texted
 * @param unusableCode Twilio's reason why no text can arrive there
 * @param assignedTo who of the business answers; absent where nobody in particular does, or they left the business
 * @param texts the latest ones, the oldest of them first
 */
record Conversation(
        UUID id,
        String number,
        boolean unseen,
        @Nullable ConsentBasis consent,
        @Nullable OptOutWay optedOut,
        @Nullable Integer unusableCode,
        @Nullable UUID personId,
        @Nullable String personName,
        @Nullable UUID assignedTo,
        List<Text> texts,
        long version)
        implements Versioned {

    /**
     * One text.
     *
     * @param pictures how many came along
     * @param pictureIds those that are kept, as files
     * @param writtenBy who of the business wrote it
     * @param errorCode Twilio's, where it didn't arrive
     * @param secondTryOf which one it says again, to somebody whose phone was out of reach
     * @param reviewBy until when somebody must have decided whether it is an opt-out
     */
    record Text(
            UUID id,
            boolean incoming,
            @Nullable String body,
            int pictures,
            List<UUID> pictureIds,
            Instant at,
            @Nullable String writtenBy,
            TextState state,
            @Nullable Instant sendAt,
            @Nullable Instant heldUntil,
            List<BlockReason> blockedFor,
            @Nullable Integer errorCode,
            @Nullable UUID secondTryOf,
            @Nullable LocalDate reviewBy) {}
}
