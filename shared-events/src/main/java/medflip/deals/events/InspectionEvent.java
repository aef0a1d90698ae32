package medflip.deals.events;

import java.time.LocalDate;
import java.util.List;
import medflip.customers.events.CustomerId;
import medflip.kernel.Money;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** What was found in the boxes, and what became of it. */
public sealed interface InspectionEvent extends DealEvent {

    /** The boxes are here; what they are is still to be seen. */
    record BoxesReceived(DealId dealId, LocalDate receivedOn) implements InspectionEvent {}

    /** All boxes of a line were looked at; it counts instead of what was found in the line before. */
    record LineInspected(
            DealId dealId,
            CustomerId customerId,
            int line,
            List<FoundBoxes> found,
            @PersonalData("deals.remark") @Nullable PersonalText remark,
            LocalDate inspectedOn)
            implements InspectionEvent {}

    /** The person was told what the business pays for what was found. */
    record DealRequoted(
            DealId dealId,
            CustomerId customerId,
            Money total,
            @PersonalData("deals.remark") @Nullable PersonalText remark,
            LocalDate requotedOn)
            implements InspectionEvent {}

    /** The person took the new price; {@code by} says who wrote that down. */
    record RequoteAccepted(DealId dealId, Money total, AcceptedBy by, LocalDate acceptedOn)
            implements InspectionEvent {}

    /**
     * The price of what was found is settled: the boxes that are bought go on the shelf and {@code agreed} is owed; so
     * many others go back.
     */
    record DealAgreed(
            DealId dealId, LocalDate agreedOn, List<ReceivedLine> lines, Money agreed, Money payoutFee, int toReturn)
            implements InspectionEvent {}

    /** There was no agreement about what was found: nothing is bought. */
    record PurchaseGivenUp(
            DealId dealId,
            CustomerId customerId,
            DeclineReason reason,
            @PersonalData("deals.remark") @Nullable PersonalText remark,
            int toReturn,
            LocalDate givenUpOn)
            implements InspectionEvent {}

    /** The boxes that weren't bought went back. {@code cost} is what that cost the business. */
    record BoxesReturned(
            DealId dealId,
            CustomerId customerId,
            @Nullable Carrier carrier,

            @PersonalData("deals.tracking-number") @Nullable PersonalText trackingNumber,

            Money cost,
            int boxes,
            LocalDate returnedOn)
            implements InspectionEvent {}

    /** The boxes that weren't bought, and that nobody wanted back, were given away. */
    record BoxesDonated(DealId dealId, int boxes, LocalDate donatedOn) implements InspectionEvent {}
}
