package medflip.deals.write;

import java.time.LocalDate;
import java.util.List;
import medflip.customers.events.CustomerId;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.DealId;
import medflip.deals.events.DeclineReason;
import medflip.deals.events.QuoteLine;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** What can be asked of a deal's offer. */
public sealed interface QuoteCommand extends DealCommand {

    /** Opens a deal with what the business would pay, line by line. */
    record GiveQuote(
            DealId dealId,
            CustomerId customerId,
            List<QuoteLine> lines,
            LocalDate quotedOn,
            LocalDate validUntil,
            @Nullable PersonalText note)
            implements QuoteCommand {}

    /** Puts another offer in the place of one that wasn't taken: open, expired, declined or cancelled. */
    record ReviseQuote(
            DealId dealId,
            List<QuoteLine> lines,
            LocalDate revisedOn,
            LocalDate validUntil,
            @Nullable PersonalText note)
            implements QuoteCommand {}

    /** The person takes the offer. {@code attests}: 18 or older, owner of the goods, not Medicare or Medicaid. */
    record AcceptQuote(DealId dealId, boolean attests, String attestationVersion, AcceptedBy by, LocalDate acceptedOn)
            implements QuoteCommand {}

    /** The person turns the offer down. */
    record DeclineQuote(
            DealId dealId, DeclineReason reason, @Nullable PersonalText remark, LocalDate declinedOn)
            implements QuoteCommand {}

    /** Notes that an offer was not taken in time. Where it can't expire (any more), this changes nothing. */
    record ExpireQuote(DealId dealId, LocalDate expiredOn) implements QuoteCommand {}
}
