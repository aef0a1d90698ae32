package medflip.deals.read.payouts;

import java.time.LocalDate;
import java.util.UUID;
import medflip.deals.events.PayoutMethod;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payout, or what is still owed for a deal.
 *
 * @param id of the payout; of the deal, where it isn't planned yet
 * @param items what it is for, in one line
 * @param method absent where it isn't planned yet
 * @param date the day it is planned for or was made on; since when it is owed, where it isn't planned yet
 * @param endedOn when it arrived or failed
 */
record PayoutItem(
        UUID id,
        UUID dealId,
        UUID customerId,
        String customerName,
        String items,
        PayoutStage stage,
        Money amount,
        Money fee,
        @Nullable PayoutMethod method,
        @Nullable String reference,
        @Nullable String remark,
        LocalDate date,
        @Nullable LocalDate endedOn) {}
