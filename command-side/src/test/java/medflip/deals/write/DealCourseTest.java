package medflip.deals.write;

import java.util.List;
import java.util.UUID;
import medflip.deals.events.CancelReason;
import medflip.deals.events.CourseEvent.DealCancelled;
import medflip.deals.events.CourseEvent.DealClosed;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.CourseEvent.DealReleased;
import medflip.deals.events.CourseEvent.DealReopened;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.CourseEvent.PastDealTakenBack;
import medflip.deals.events.DeclineReason;
import medflip.deals.events.HeldFor;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.write.CourseCommand.CancelDeal;
import medflip.deals.write.CourseCommand.CloseDeal;
import medflip.deals.write.CourseCommand.HoldDeal;
import medflip.deals.write.CourseCommand.ReleaseDeal;
import medflip.deals.write.CourseCommand.ReopenDeal;
import medflip.deals.write.CourseCommand.TakeBackPastDeal;
import medflip.deals.write.QuoteCommand.DeclineQuote;
import medflip.imports.events.ImportId;
import medflip.kernel.DomainEvent;
import org.junit.jupiter.api.Test;

class DealCourseTest extends DealSpec {

    private static final DealCancelled CANCELLED = new DealCancelled(DEAL, CUSTOMER, CancelReason.NO_SHOW, null, TODAY);
    private static final DealHeld HELD = new DealHeld(DEAL, CUSTOMER, HeldFor.CHECKING_GOODS, null, TODAY);

    @Test
    void a_deal_can_be_cancelled_until_the_boxes_come() {
        given(quoted(line(1, 2, "15.00")), accepted());
        when(cancel());
        then(CANCELLED);
    }

    @Test
    void a_received_deal_can_not_be_cancelled() {
        given(quoted(line(1, 2, "15.00")), accepted(), boxesReceived());
        when(cancel());
        thenRejected(DealRejection.ALREADY_RECEIVED);
    }

    @Test
    void a_deal_is_cancelled_once() {
        given(quoted(line(1, 2, "15.00")), CANCELLED);
        when(cancel());
        thenRejected(DealRejection.NOT_RUNNING);
    }

    @Test
    void what_an_import_entered_can_be_taken_back_once_and_nothing_else_can() {
        PastDealRecorded past = new PastDealRecorded(
                DEAL,
                CUSTOMER,
                ImportId.of(TENANT, new UUID(3, 3)),
                TODAY,
                List.of(received(1, 1, "15.00")),
                new UUID(4, 4),
                usd("15.00"),
                PayoutMethod.CASH,
                null,
                null);
        given(past);
        when(new TakeBackPastDeal(DEAL));
        then(new PastDealTakenBack(DEAL, CUSTOMER));
        given(past, new PastDealTakenBack(DEAL, CUSTOMER));
        when(new TakeBackPastDeal(DEAL));
        thenRejected(DealRejection.NOT_FROM_THE_PAST);
        given(quoted(line(1, 2, "15.00")));
        when(new TakeBackPastDeal(DEAL));
        thenRejected(DealRejection.NOT_FROM_THE_PAST);
    }

    @Test
    void a_cancelled_deal_can_be_taken_up_where_it_was() {
        given(quoted(line(1, 2, "15.00")), accepted(), CANCELLED);
        when(new ReopenDeal(DEAL, TODAY));
        then(new DealReopened(DEAL, TODAY));
        given(quoted(line(1, 2, "15.00")), accepted(), CANCELLED, new DealReopened(DEAL, TODAY));
        when(new InspectionCommand.ReceiveBoxes(DEAL, TODAY));
        then(boxesReceived());
    }

    @Test
    void a_declined_quote_is_open_again_while_it_is_good() {
        DomainEvent declined = new QuoteDeclined(DEAL, CUSTOMER, DeclineReason.PRICE, null, TODAY);
        given(quoted(line(1, 2, "15.00")), declined);
        when(new ReopenDeal(DEAL, IN_A_WEEK));
        then(new DealReopened(DEAL, IN_A_WEEK));
        when(new ReopenDeal(DEAL, IN_A_WEEK.plusDays(1)));
        thenRejected(DealRejection.QUOTE_RAN_OUT);
        given(quoted(line(1, 2, "15.00")), declined, new DealReopened(DEAL, TODAY));
        when(new DeclineQuote(DEAL, DeclineReason.PRICE, null, TODAY));
        then(declined);
    }

    @Test
    void what_has_not_ended_is_not_reopened() {
        given(quoted(line(1, 2, "15.00")));
        when(new ReopenDeal(DEAL, TODAY));
        thenRejected(DealRejection.NOT_ENDED);
    }

    @Test
    void what_was_sent_back_can_not_be_reopened() {
        given(
                quoted(line(1, 2, "15.00")),
                accepted(),
                CANCELLED,
                new DealReopened(DEAL, TODAY),
                boxesReceived(),
                new PurchaseGivenUp(DEAL, CUSTOMER, DeclineReason.PRICE, null, 2, TODAY),
                new BoxesReturned(DEAL, CUSTOMER, null, null, usd("0.00"), 2, TODAY));
        when(new ReopenDeal(DEAL, TODAY));
        thenRejected(DealRejection.NOT_ENDED);
    }

    @Test
    void a_deal_is_held_and_released() {
        given(quoted(line(1, 2, "15.00")));
        when(new HoldDeal(DEAL, HeldFor.CHECKING_GOODS, null, TODAY));
        then(HELD);
        given(quoted(line(1, 2, "15.00")), HELD);
        when(new ReleaseDeal(DEAL, TODAY));
        then(new DealReleased(DEAL, TODAY));
    }

    @Test
    void a_deal_is_held_once_and_not_after_its_end() {
        given(quoted(line(1, 2, "15.00")), HELD);
        when(new HoldDeal(DEAL, HeldFor.CHECKING_GOODS, null, TODAY));
        thenRejected(DealRejection.ON_HOLD);
        given(quoted(line(1, 2, "15.00")), CANCELLED);
        when(new HoldDeal(DEAL, HeldFor.CHECKING_GOODS, null, TODAY));
        thenRejected(DealRejection.NOT_RUNNING);
    }

    @Test
    void only_a_held_deal_is_released() {
        given(quoted(line(1, 2, "15.00")));
        when(new ReleaseDeal(DEAL, TODAY));
        thenRejected(DealRejection.NOT_ON_HOLD);
    }

    @Test
    void a_closed_deal_is_released_no_more() {
        given(
                quoted(line(1, 2, "15.00")),
                accepted(),
                HELD,
                boxesReceived(),
                new PurchaseGivenUp(DEAL, CUSTOMER, DeclineReason.PRICE, null, 0, TODAY));
        when(new ReleaseDeal(DEAL, TODAY));
        thenRejected(DealRejection.NOT_RUNNING);
    }

    @Test
    void a_paid_deal_is_closed_and_reopened() {
        given(and(dealAgreedAt("30.00"), paid("30.00")));
        when(new CloseDeal(DEAL, TODAY));
        then(new DealClosed(DEAL, TODAY));
        given(and(dealAgreedAt("30.00"), paid("30.00"), new DealClosed(DEAL, TODAY)));
        when(new ReopenDeal(DEAL, TODAY));
        then(new DealReopened(DEAL, TODAY));
    }

    @Test
    void a_deal_is_not_closed_while_something_is_owed() {
        given(and(dealAgreedAt("30.00"), paid("29.99")));
        when(new CloseDeal(DEAL, TODAY));
        thenRejected(DealRejection.NOT_SETTLED);
    }

    @Test
    void a_deal_is_not_closed_before_the_price_is_settled() {
        given(quoted(line(1, 2, "15.00")), accepted());
        when(new CloseDeal(DEAL, TODAY));
        thenRejected(DealRejection.NOT_AGREED);
    }

    private static CancelDeal cancel() {
        return new CancelDeal(DEAL, CancelReason.NO_SHOW, null, TODAY);
    }

    private static PayoutRecorded paid(String amount) {
        return new PayoutRecorded(
                DEAL, CUSTOMER, new UUID(3, 3), usd(amount), PayoutMethod.CASH, null, usd("0.00"), null, TODAY);
    }
}
