package medflip.platform.inbox;

import java.time.Instant;
import java.util.UUID;
import medflip.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is kept for a month. What it says nobody sees: it is sealed.
 *
 * @param kind what it is; of a longer name, the first word
 * @param reason why it wasn't read, in a word of ours
 */
public record KeptDelivery(
        UUID id,
        TenantId tenant,
        String provider,
        String kind,
        DeliveryState state,
        @Nullable String reason,
        int attempts,
        Instant receivedAt) {

    /** What became of it. */
    public enum DeliveryState {
        /** It is tried again by itself. */
        PENDING,
        /** What it asks for was refused for good. */
        REFUSED,
        /** It was tried for a day. */
        SET_ASIDE,
        /** Its reader is done with it. */
        READ
    }
}
