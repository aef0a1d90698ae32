package medflip.deals.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.imports.events.ImportId;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a deal. */
public sealed interface DealEvent extends DomainEvent {
    DealId dealId();

    @Override
    default DealId aggregateId() {
        return dealId();
    }

    /** The person was told what the business would pay. */
    record QuoteGiven(
            DealId dealId,
            CustomerId customerId,
            List<QuoteLine> lines,
            LocalDate quotedOn,
            LocalDate validUntil,
            @PersonalData("deals.note") @Nullable PersonalText note)
            implements DealEvent {}

    /** The person took the offer and attested to age, ownership, and to the goods not being Medicare or Medicaid. */
    record QuoteAccepted(
            DealId dealId,

            @NotPersonal("a version of the attestation text")
            String attestationVersion,

            LocalDate acceptedOn)
            implements DealEvent {}

    /** The person turned the offer down. */
    record QuoteDeclined(DealId dealId, LocalDate declinedOn) implements DealEvent {}

    /** The deal was given up before the boxes came. */
    record DealCancelled(DealId dealId, LocalDate cancelledOn) implements DealEvent {}

    /** The boxes came and were found as quoted: they go on the shelf, and their price is owed. */
    record DealReceived(DealId dealId, LocalDate receivedOn, List<ReceivedLine> lines, Money agreed)
            implements DealEvent {}

    /** Money left for the person. */
    record PayoutRecorded(
            DealId dealId,
            CustomerId customerId,
            UUID payoutId,
            Money amount,
            PayoutMethod method,

            @PersonalData("deals.payout-reference") @Nullable
            PersonalText reference,

            LocalDate paidOn)
            implements DealEvent {}

    /** A purchase made before the books were kept here was entered: received and paid on its day. */
    record PastDealRecorded(
            DealId dealId,
            CustomerId customerId,
            ImportId importId,
            LocalDate boughtOn,
            List<ReceivedLine> lines,
            UUID payoutId,
            Money paid,
            PayoutMethod method,

            @PersonalData("deals.payout-reference") @Nullable
            PersonalText reference,

            @PersonalData("deals.note") @Nullable PersonalText note)
            implements DealEvent {}
}
