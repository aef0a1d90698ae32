package medflip.privacy.read.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.kernel.PostalAddress;
import medflip.platform.web.Versioned;
import medflip.privacy.events.ExtensionReason;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.PrivacyLaw;
import medflip.privacy.events.RefusalReason;
import medflip.privacy.events.RequestKind;
import medflip.privacy.events.RequestWay;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked about their data.
 *
 * @param customerId whose card it is about; absent where a member asked about themselves
 * @param name what the person is called, or by which address the member signs in
 * @param dueOn by when it has to be answered
 * @param daysLeft until then, negative where it is late; absent once it is over
 * @param link by which the person sees what is held of them, as long as it leads somewhere
 * @param correction what they want to stand on their card, as they sent it themselves
 * @param held whether the law has kept what was to be erased
 * @param stillFound where something of a person who is being erased was found the last time it was looked for
 * @param certified whether there is a certificate
 */
record PrivacyRequest(
        UUID id,
        RequestKind kind,
        PrivacyLaw law,
        @Nullable UUID customerId,
        @Nullable UUID memberId,
        String name,
        RequestWay way,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable Integer daysLeft,
        RequestState state,
        @Nullable IdentityCheck identity,
        @Nullable LocalDate identityOn,
        @Nullable Extension extension,
        @Nullable PrivateLink link,
        @Nullable ProposedCorrection correction,
        @Nullable RefusalReason refusedFor,
        @Nullable LocalDate endedOn,
        List<StillFound> stillFound,
        boolean held,
        boolean certified,
        long version)
        implements Versioned {

    /** That it takes longer, why, and how the person was told. */
    record Extension(ExtensionReason reason, RequestWay toldBy, LocalDate extendedOn) {}

    record PrivateLink(UUID linkId, LocalDate madeOn, LocalDate goodUntil) {}

    /** All of it as it should be. */
    record ProposedCorrection(
            String name,
            List<String> phones,
            List<String> emails,
            @Nullable PostalAddress address,
            @Nullable String remark) {}

    /** @param table in which so many rows say it */
    record StillFound(String table, long rows) {}
}
