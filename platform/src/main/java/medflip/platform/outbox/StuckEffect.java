package medflip.platform.outbox;

import java.time.Instant;
import java.util.UUID;
import medflip.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * An effect that needs a look. What it says nobody sees: it is sealed.
 *
 * @param reason why the last attempt didn't do it, in a word of ours
 * @param doubtful whether an attempt may have done it without a word: another one could do it twice
 * @param retryable whether what it says is still known
 */
public record StuckEffect(
        UUID id,
        TenantId tenant,
        String channel,
        String kind,
        EffectState state,
        @Nullable String reason,
        int attempts,
        Instant recordedAt,
        boolean doubtful,
        boolean retryable) {

    /** How far it came. */
    public enum EffectState {
        PENDING,
        SENDING,
        FAILED,
        UNKNOWN
    }
}
