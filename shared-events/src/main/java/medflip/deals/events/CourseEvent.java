package medflip.deals.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.imports.events.ImportId;
import medflip.kernel.Money;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** What happens to a deal as a whole: it rests, ends, or is taken up again. */
public sealed interface CourseEvent extends DealEvent {

    /** The deal was given up before the boxes came. */
    record DealCancelled(
            DealId dealId,
            CustomerId customerId,
            CancelReason reason,
            @PersonalData("deals.remark") @Nullable PersonalText remark,
            LocalDate cancelledOn)
            implements CourseEvent {}

    /** An end was taken back: the deal stands where it stood before it was declined, cancelled or closed. */
    record DealReopened(DealId dealId, LocalDate reopenedOn) implements CourseEvent {}

    /** Something must be cleared first: until then nothing is accepted, agreed or paid. */
    record DealHeld(
            DealId dealId,
            CustomerId customerId,
            HeldFor reason,
            @PersonalData("deals.remark") @Nullable PersonalText remark,
            LocalDate heldOn)
            implements CourseEvent {}

    /** What held the deal was cleared. */
    record DealReleased(DealId dealId, LocalDate releasedOn) implements CourseEvent {}

    /** All is paid and nothing is to be sent back: the deal is history. */
    record DealClosed(DealId dealId, LocalDate closedOn) implements CourseEvent {}

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
            implements CourseEvent {}

    /** The import that entered the purchase was undone: it is as if it had never been entered. */
    record PastDealTakenBack(DealId dealId, CustomerId customerId) implements CourseEvent {}
}
