package medflip.accounts.read.support;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A support session, as the business sees it.
 *
 * @param mayWrite whether the service's staff may change the books too
 * @param grantedBy {@code user:<uuid>}
 * @param goodUntil when it ends by itself
 * @param over whether nobody can come in by it any more
 * @param endedAt when it ended, by its time or before
 * @param revoked whether an owner ended it
 */
record SupportSession(
        UUID id,
        String reason,
        boolean mayWrite,
        Instant grantedAt,
        String grantedBy,
        Instant goodUntil,
        boolean over,
        @Nullable Instant endedAt,
        boolean revoked,
        List<Visit> visits,
        List<Look> looks,
        long version)
        implements Versioned {

    /**
     * Somebody was in.
     *
     * @param operator their address
     */
    record Visit(
            String operator, Instant enteredAt, @Nullable Instant leftAt) {}

    /**
     * What was looked at, or changed.
     *
     * @param endpoint of the API, such as {@code GET /api/deals/{id}}
     */
    record Look(String endpoint, int times, Instant firstAt, Instant lastAt) {}
}
