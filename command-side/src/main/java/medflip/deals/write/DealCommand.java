package medflip.deals.write;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealId;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.imports.events.ImportId;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/** What can be asked of a deal. */
public sealed interface DealCommand extends Command {
    DealId dealId();

    @Override
    default DealId aggregateId() {
        return dealId();
    }

    /** Opens a deal with what the business would pay, line by line. */
    record GiveQuote(
            DealId dealId,
            CustomerId customerId,
            List<QuoteLine> lines,
            LocalDate quotedOn,
            LocalDate validUntil,
            @Nullable PersonalText note)
            implements DealCommand {}

    /** The person takes the offer. {@code attests}: 18 or older, owner of the goods, not Medicare or Medicaid. */
    record AcceptQuote(DealId dealId, boolean attests, String attestationVersion, LocalDate acceptedOn)
            implements DealCommand {}

    /** The person turns the offer down. */
    record DeclineQuote(DealId dealId, LocalDate declinedOn) implements DealCommand {}

    /** Gives the deal up before the boxes come. */
    record CancelDeal(DealId dealId, LocalDate cancelledOn) implements DealCommand {}

    /**
     * The boxes are here and as quoted. {@code shipping} is what the label cost: it becomes part of the landed cost.
     */
    record ReceiveDeal(DealId dealId, LocalDate receivedOn, Money shipping) implements DealCommand {}

    /** Money leaves for the person. The same payout id again changes nothing. */
    record RecordPayout(
            DealId dealId,
            UUID payoutId,
            Money amount,
            PayoutMethod method,
            @Nullable PersonalText reference,
            LocalDate paidOn)
            implements DealCommand {}

    /** Enters a purchase from before the books were kept here. */
    record RecordPastDeal(
            DealId dealId,
            CustomerId customerId,
            ImportId importId,
            LocalDate boughtOn,
            List<ReceivedLine> lines,
            UUID payoutId,
            Money paid,
            PayoutMethod method,
            @Nullable PersonalText reference,
            @Nullable PersonalText note)
            implements DealCommand {}
}
