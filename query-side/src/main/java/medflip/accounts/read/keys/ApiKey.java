package medflip.accounts.read.keys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.KeyScope;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A key that wasn't revoked.
 *
 * @param madeBy {@code user:<uuid>}
 * @param usedAt when it was last used, to the minute
 */
record ApiKey(
        UUID id,
        String name,
        List<KeyScope> scopes,
        Instant madeAt,
        String madeBy,
        @Nullable Instant goodUntil,
        @Nullable Instant usedAt,
        long version)
        implements Versioned {}
