package medflip.deals.write;

import java.time.LocalDate;
import java.util.UUID;
import medflip.deals.events.DealId;
import medflip.deals.events.PayoutMethod;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** What can be asked about a deal's payouts. The same payout id again changes nothing. */
public sealed interface PayoutCommand extends DealCommand {

    UUID payoutId();

    /** Sets a payout aside for a later day. */
    record PlanPayout(
            DealId dealId, UUID payoutId, Money amount, PayoutMethod method, LocalDate plannedFor, LocalDate plannedOn)
            implements PayoutCommand {}

    /** Drops a planned payout. */
    record WithdrawPayout(DealId dealId, UUID payoutId, LocalDate withdrawnOn) implements PayoutCommand {}

    /** Money leaves for the person: a payout that was planned, or one of its own. */
    record RecordPayout(
            DealId dealId,
            UUID payoutId,
            Money amount,
            PayoutMethod method,
            @Nullable PersonalText reference,
            Money fee,
            LocalDate paidOn)
            implements PayoutCommand {}

    /** The person has the money. */
    record ConfirmPayout(DealId dealId, UUID payoutId, LocalDate confirmedOn) implements PayoutCommand {}

    /** That the person has the money was a mistake. */
    record TakeConfirmationBack(DealId dealId, UUID payoutId) implements PayoutCommand {}

    /** The money came back, or never left. */
    record FailPayout(
            DealId dealId, UUID payoutId, @Nullable PersonalText remark, LocalDate failedOn) implements PayoutCommand {}
}
