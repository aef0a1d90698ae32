package medflip.deals.write;

import static medflip.deals.events.PayoutMethod.ZELLE;

import java.util.List;
import java.util.UUID;
import medflip.deals.events.CourseEvent.DealClosed;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.HeldFor;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.PayoutEvent.PayoutConfirmationTakenBack;
import medflip.deals.events.PayoutEvent.PayoutConfirmed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutPlanned;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutEvent.PayoutWithdrawn;
import medflip.deals.write.PayoutCommand.ConfirmPayout;
import medflip.deals.write.PayoutCommand.FailPayout;
import medflip.deals.write.PayoutCommand.PlanPayout;
import medflip.deals.write.PayoutCommand.RecordPayout;
import medflip.deals.write.PayoutCommand.TakeConfirmationBack;
import medflip.deals.write.PayoutCommand.WithdrawPayout;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordPayoutTest extends DealSpec {

    private static final UUID PAYOUT = new UUID(3, 3);
    private static final UUID OTHER = new UUID(4, 4);
    private static final List<DomainEvent> AGREED = dealAgreedAt("30.00");

    @Test
    void what_is_owed_can_be_paid_to_the_cent() {
        given(and(AGREED));
        when(pay(PAYOUT, "30.00"));
        then(paid(PAYOUT, "30.00"));
    }

    @Test
    void a_payout_never_exceeds_what_was_agreed() {
        given(and(AGREED));
        when(pay(PAYOUT, "30.01"));
        thenRejected(DealRejection.PAYOUT_ABOVE_AGREED);
    }

    @Test
    void two_payouts_together_never_exceed_what_was_agreed() {
        given(and(AGREED, paid(PAYOUT, "20.00")));
        when(pay(OTHER, "10.01"));
        thenRejected(DealRejection.PAYOUT_ABOVE_AGREED);
    }

    @Test
    void the_same_payout_again_changes_nothing() {
        given(and(AGREED, paid(PAYOUT, "20.00")));
        when(pay(PAYOUT, "20.00"));
        thenNothing();
        given(and(AGREED, paid(PAYOUT, "20.00"), failed("20.00")));
        when(pay(PAYOUT, "20.00"));
        thenNothing();
    }

    @Test
    void nothing_is_paid_before_the_price_is_settled() {
        given(quoted(line(1, 1, "30.00")), accepted(), boxesReceived());
        when(pay(PAYOUT, "30.00"));
        thenRejected(DealRejection.NOT_AGREED);
    }

    @Test
    void nothing_is_paid_after_the_deal_was_closed() {
        given(and(AGREED, paid(PAYOUT, "30.00"), new DealClosed(DEAL, TODAY)));
        when(pay(OTHER, "1.00"));
        thenRejected(DealRejection.NOT_RUNNING);
        when(new FailPayout(DEAL, PAYOUT, null, TODAY));
        thenRejected(DealRejection.NOT_RUNNING);
    }

    @Test
    void nothing_is_paid_while_the_deal_is_on_hold() {
        given(and(AGREED, new DealHeld(DEAL, CUSTOMER, HeldFor.CHECKING_SELLER, null, TODAY)));
        when(pay(PAYOUT, "30.00"));
        thenRejected(DealRejection.ON_HOLD);
    }

    @Test
    void a_payout_is_more_than_nothing() {
        given(and(AGREED));
        when(pay(PAYOUT, "0.00"));
        thenRejected(DealRejection.PAYOUT_NOT_POSITIVE);
    }

    @Test
    void what_is_planned_is_not_promised_again() {
        given(and(AGREED));
        when(plan(PAYOUT, "20.00"));
        then(planned("20.00"));
        given(and(AGREED, planned("20.00")));
        when(pay(OTHER, "10.01"));
        thenRejected(DealRejection.PAYOUT_ABOVE_AGREED);
        when(plan(PAYOUT, "20.00"));
        thenNothing();
    }

    @Test
    void a_planned_payout_is_made_also_with_another_amount() {
        given(and(AGREED, planned("20.00")));
        when(pay(PAYOUT, "30.00"));
        then(paid(PAYOUT, "30.00"));
        when(pay(PAYOUT, "30.01"));
        thenRejected(DealRejection.PAYOUT_ABOVE_AGREED);
    }

    @Test
    void a_planned_payout_can_be_withdrawn_and_one_that_was_made_not() {
        given(and(AGREED, planned("20.00")));
        when(new WithdrawPayout(DEAL, PAYOUT, TODAY));
        then(new PayoutWithdrawn(DEAL, PAYOUT, TODAY));
        given(and(AGREED, paid(PAYOUT, "20.00")));
        when(new WithdrawPayout(DEAL, PAYOUT, TODAY));
        thenRejected(DealRejection.NO_SUCH_PAYOUT);
    }

    @Test
    void that_the_money_arrived_can_be_a_mistake() {
        given(and(AGREED, paid(PAYOUT, "30.00"), new PayoutConfirmed(DEAL, PAYOUT, TODAY)));
        when(new TakeConfirmationBack(DEAL, PAYOUT));
        then(new PayoutConfirmationTakenBack(DEAL, PAYOUT));
        given(and(AGREED, paid(PAYOUT, "30.00")));
        when(new TakeConfirmationBack(DEAL, PAYOUT));
        thenRejected(DealRejection.NO_SUCH_PAYOUT);
    }

    @Test
    void a_payout_is_confirmed_once() {
        given(and(AGREED, paid(PAYOUT, "30.00")));
        when(new ConfirmPayout(DEAL, PAYOUT, TODAY));
        then(new PayoutConfirmed(DEAL, PAYOUT, TODAY));
        given(and(AGREED, paid(PAYOUT, "30.00"), new PayoutConfirmed(DEAL, PAYOUT, TODAY)));
        when(new ConfirmPayout(DEAL, PAYOUT, TODAY));
        thenNothing();
        given(and(AGREED, planned("20.00")));
        when(new ConfirmPayout(DEAL, PAYOUT, TODAY));
        thenRejected(DealRejection.NO_SUCH_PAYOUT);
    }

    @Test
    void what_failed_is_owed_again_and_may_be_tried_again() {
        given(and(AGREED, paid(PAYOUT, "30.00")));
        when(new FailPayout(DEAL, PAYOUT, null, TODAY));
        then(failed("30.00"));
        given(and(AGREED, paid(PAYOUT, "30.00"), failed("30.00")));
        when(pay(OTHER, "30.00"));
        then(paid(OTHER, "30.00"));
    }

    @Test
    void what_paying_cost_beyond_its_estimate_is_known_once_nothing_is_owed() {
        given(and(AGREED));
        when(pay(PAYOUT, "20.00"));
        then(paid(PAYOUT, "20.00", null));
        given(and(AGREED, paid(PAYOUT, "20.00")));
        when(pay(OTHER, "10.00"));
        then(paid(OTHER, "10.00", usd("0.50")));
        given(and(AGREED, planned("20.00")));
        when(pay(OTHER, "10.00"));
        then(paid(OTHER, "10.00", null));
    }

    @Test
    void an_estimate_that_was_too_high_comes_back() {
        given(
                quoted(line(1, 1, "30.00")),
                accepted(),
                boxesReceived(),
                inspected(1, found(1, 1, "30.00")),
                new DealAgreed(DEAL, TODAY, List.of(received(1, 1, "31.00")), usd("30.00"), usd("1.00"), 0));
        when(pay(PAYOUT, "30.00"));
        then(paid(PAYOUT, "30.00", usd("-0.75")));
    }

    @Test
    void a_payout_that_has_to_be_made_again_costs_its_fee_again() {
        given(and(AGREED, paid(PAYOUT, "30.00"), failed("30.00")));
        when(pay(OTHER, "20.00"));
        then(paid(OTHER, "20.00", null));
        given(and(AGREED, paid(PAYOUT, "20.00"), failed("20.00"), paid(OTHER, "10.00")));
        when(pay(new UUID(5, 5), "20.00"));
        then(paid(new UUID(5, 5), "20.00", usd("0.75")));
    }

    @Test
    void a_payout_fails_once_also_after_it_was_confirmed() {
        given(and(AGREED, paid(PAYOUT, "30.00"), new PayoutConfirmed(DEAL, PAYOUT, TODAY)));
        when(new FailPayout(DEAL, PAYOUT, null, TODAY));
        then(failed("30.00"));
        given(and(AGREED, paid(PAYOUT, "30.00"), failed("30.00")));
        when(new FailPayout(DEAL, PAYOUT, null, TODAY));
        thenNothing();
        when(new FailPayout(DEAL, OTHER, null, TODAY));
        thenRejected(DealRejection.NO_SUCH_PAYOUT);
    }

    private static RecordPayout pay(UUID payout, String amount) {
        return new RecordPayout(DEAL, payout, usd(amount), ZELLE, null, usd("0.25"), TODAY);
    }

    /** All of what is owed, at a fee that nobody thought of; or a part of it. */
    private static PayoutRecorded paid(UUID payout, String amount) {
        return paid(payout, amount, amount.equals("30.00") ? usd("0.25") : null);
    }

    private static PayoutRecorded paid(UUID payout, String amount, @Nullable Money feeDifference) {
        return new PayoutRecorded(DEAL, CUSTOMER, payout, usd(amount), ZELLE, null, usd("0.25"), feeDifference, TODAY);
    }

    private static PlanPayout plan(UUID payout, String amount) {
        return new PlanPayout(DEAL, payout, usd(amount), ZELLE, IN_A_WEEK, TODAY);
    }

    private static PayoutPlanned planned(String amount) {
        return new PayoutPlanned(DEAL, PAYOUT, usd(amount), ZELLE, IN_A_WEEK, TODAY);
    }

    private static PayoutFailed failed(String amount) {
        return new PayoutFailed(DEAL, CUSTOMER, PAYOUT, usd(amount), null, TODAY);
    }
}
