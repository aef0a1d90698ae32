package medflip.deals.write;

import java.time.LocalDate;
import medflip.deals.events.CourseEvent.DealCancelled;
import medflip.deals.events.CourseEvent.DealClosed;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.CourseEvent.DealReleased;
import medflip.deals.events.CourseEvent.DealReopened;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.DealEvent;
import medflip.deals.events.DealId;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.PayoutEvent.PayoutConfirmed;
import medflip.deals.events.PayoutEvent.PayoutPlanned;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.QuoteEvent.OfferLinkMade;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.write.CourseCommand.CancelDeal;
import medflip.deals.write.CourseCommand.CloseDeal;
import medflip.deals.write.CourseCommand.HoldDeal;
import medflip.deals.write.CourseCommand.ReleaseDeal;
import medflip.deals.write.CourseCommand.ReopenDeal;
import medflip.deals.write.DeliveryCommand.VoidLabel;
import medflip.deals.write.OfferLinkCommand.RevokeOfferLink;
import medflip.deals.write.PayoutCommand.FailPayout;
import medflip.deals.write.PayoutCommand.TakeConfirmationBack;
import medflip.deals.write.PayoutCommand.WithdrawPayout;
import medflip.deals.write.QuoteCommand.DeclineQuote;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.PastFact;
import medflip.platform.command.UndoRejection;
import medflip.platform.command.Undoing;
import medflip.platform.tenancy.BusinessCalendar;
import org.springframework.stereotype.Component;

/** The way back from a deal's steps: from those that only said something, not from those that moved boxes or money. */
@Component
class UndoDeals implements Undoing<DealEvent> {

    private final BusinessCalendar calendar;

    UndoDeals(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public Class<DealEvent> family() {
        return DealEvent.class;
    }

    @Override
    public Command undo(PastFact<DealEvent> past) {
        DealId id = past.fact().dealId();
        LocalDate today = calendar.today(id.tenantId());
        return switch (past.fact()) {
            case QuoteGiven given -> throw new CommandRejected(UndoRejection.A_BEGINNING);
            case PastDealRecorded recorded -> throw new CommandRejected(UndoRejection.A_BEGINNING);
            case QuoteRevised revised -> throw new CommandRejected(UndoRejection.CORRECT_INSTEAD);
            case QuoteDeclined declined -> reopened(past, today);
            case DealCancelled cancelled -> reopened(past, today);
            case DealClosed closed -> reopened(past, today);
            case DealReopened reopened -> ended(past, today);
            case DealHeld held -> {
                past.requireLast(DealReleased.class::isInstance);
                yield new ReleaseDeal(id, today);
            }
            case DealReleased released -> {
                DealHeld held = past.earlier(DealHeld.class).orElseThrow();
                yield new HoldDeal(id, held.reason(), held.remark(), today);
            }
            case OfferLinkMade link -> new RevokeOfferLink(id, link.linkId(), today);
            case LabelMade label -> new VoidLabel(id, label.labelId(), today);
            case PayoutPlanned payout -> new WithdrawPayout(id, payout.payoutId(), today);
            // What was said to be paid and wasn't is owed again.
            case PayoutRecorded payout -> new FailPayout(id, payout.payoutId(), null, today);
            case PayoutConfirmed payout -> new TakeConfirmationBack(id, payout.payoutId());
            default -> throw new CommandRejected(UndoRejection.NO_WAY_BACK);
        };
    }

    /** Whatever ended it: the last end is taken back. */
    private static Command reopened(PastFact<DealEvent> past, LocalDate today) {
        past.requireLast(DealReopened.class::isInstance);
        return new ReopenDeal(past.fact().dealId(), today);
    }

    /** Ends the deal as it had ended. */
    private static Command ended(PastFact<DealEvent> past, LocalDate today) {
        DealId id = past.fact().dealId();
        DealEvent end = past.earlier(event ->
                        event instanceof DealCancelled || event instanceof DealClosed || event instanceof QuoteDeclined)
                .orElseThrow();
        return switch (end) {
            case DealCancelled cancelled -> new CancelDeal(id, cancelled.reason(), cancelled.remark(), today);
            case QuoteDeclined declined -> new DeclineQuote(id, declined.reason(), declined.remark(), today);
            default -> new CloseDeal(id, today);
        };
    }
}
