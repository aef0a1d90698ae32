package medflip.privacy.read.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.platform.web.Versioned;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.RefusalReason;
import medflip.privacy.events.RequestKind;
import medflip.privacy.events.RequestWay;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked about their data.
 *
 * @param dueOn by when it has to be answered
 * @param daysLeft until then, negative where it is late; absent once it is over
 * @param stillFound where something of a person who is being erased was found the last time it was looked for
 * @param certified whether there is a certificate
 */
record PrivacyRequest(
        UUID id,
        RequestKind kind,
        UUID customerId,
        String customerName,
        RequestWay way,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable Integer daysLeft,
        RequestState state,
        @Nullable IdentityCheck identity,
        @Nullable LocalDate identityOn,
        @Nullable RefusalReason refusedFor,
        @Nullable LocalDate endedOn,
        List<StillFound> stillFound,
        boolean certified,
        long version)
        implements Versioned {

    /** @param table in which so many rows say it */
    record StillFound(String table, long rows) {}
}
