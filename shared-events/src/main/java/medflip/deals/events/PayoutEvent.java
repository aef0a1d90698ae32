package medflip.deals.events;

import java.time.LocalDate;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.kernel.Money;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** How a person is paid for a deal's boxes. */
public sealed interface PayoutEvent extends DealEvent {

    /** A payout is to be made on a later day. */
    record PayoutPlanned(
            DealId dealId, UUID payoutId, Money amount, PayoutMethod method, LocalDate plannedFor, LocalDate plannedOn)
            implements PayoutEvent {}

    /** A planned payout won't be made. */
    record PayoutWithdrawn(DealId dealId, UUID payoutId, LocalDate withdrawnOn) implements PayoutEvent {}

    /**
     * Money left for the person.
     *
     * @param fee what the way of paying cost the business
     * @param feeDifference there once nothing is owed any more: what the fees of all payouts came to beyond the
     *     estimate that is part of the boxes' landed cost, and beyond what was booked of that before; below zero if it
     *     was less
     */
    record PayoutRecorded(
            DealId dealId,
            CustomerId customerId,
            UUID payoutId,
            Money amount,
            PayoutMethod method,

            @PersonalData("deals.payout-reference") @Nullable
            PersonalText reference,

            Money fee,
            @Nullable Money feeDifference,
            LocalDate paidOn)
            implements PayoutEvent {}

    /** The money reached the person. */
    record PayoutConfirmed(DealId dealId, UUID payoutId, LocalDate confirmedOn) implements PayoutEvent {}

    /** It isn't known after all whether the money reached the person. */
    record PayoutConfirmationTakenBack(DealId dealId, UUID payoutId) implements PayoutEvent {}

    /** The money came back, or never left: it is owed again. */
    record PayoutFailed(
            DealId dealId,
            CustomerId customerId,
            UUID payoutId,
            Money amount,
            @PersonalData("deals.remark") @Nullable PersonalText remark,
            LocalDate failedOn)
            implements PayoutEvent {}
}
