package medflip.deals.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** What happens to a deal's offer until it is taken or not. */
public sealed interface QuoteEvent extends DealEvent {

    /** The person was told what the business would pay: version 1 of the quote. */
    record QuoteGiven(
            DealId dealId,
            CustomerId customerId,
            List<QuoteLine> lines,
            LocalDate quotedOn,
            LocalDate validUntil,
            @PersonalData("deals.note") @Nullable PersonalText note)
            implements QuoteEvent {}

    /** The offer was changed before it was taken; it counts instead of all versions before. */
    record QuoteRevised(
            DealId dealId,
            CustomerId customerId,
            int version,
            List<QuoteLine> lines,
            LocalDate revisedOn,
            LocalDate validUntil,
            @PersonalData("deals.note") @Nullable PersonalText note)
            implements QuoteEvent {}

    /** The person took the offer and attested to age, ownership, and to the goods not being Medicare or Medicaid. */
    record QuoteAccepted(
            DealId dealId,
            int version,

            @NotPersonal("a version of the attestation text")
            String attestationVersion,

            AcceptedBy by,
            LocalDate acceptedOn)
            implements QuoteEvent {}

    /** The person turned the offer down. */
    record QuoteDeclined(
            DealId dealId,
            CustomerId customerId,
            DeclineReason reason,
            @PersonalData("deals.remark") @Nullable PersonalText remark,
            LocalDate declinedOn)
            implements QuoteEvent {}

    /**
     * The person can see the offer, or the re-quote of what was found, and answer it by a private link, in place of any
     * link before.
     *
     * @param goodUntil last day on which it opens
     */
    record OfferLinkMade(
            DealId dealId,
            UUID linkId,

            @JsonIgnore @NotPersonal("a hash of a random token")
            String tokenHash,

            LocalDate madeOn,
            LocalDate goodUntil)
            implements QuoteEvent {}

    /** The private link leads nowhere any more. */
    record OfferLinkRevoked(DealId dealId, UUID linkId, LocalDate revokedOn) implements QuoteEvent {}

    /** Nobody took the offer while it was good. */
    record QuoteExpired(DealId dealId, int version, LocalDate expiredOn) implements QuoteEvent {}
}
