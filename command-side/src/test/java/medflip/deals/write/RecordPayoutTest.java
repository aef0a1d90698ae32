package medflip.deals.write;

import static medflip.deals.events.PayoutMethod.ZELLE;

import java.util.UUID;
import medflip.deals.events.DealEvent.PayoutRecorded;
import medflip.deals.write.DealCommand.RecordPayout;
import org.junit.jupiter.api.Test;

class RecordPayoutTest extends DealSpec {

    private static final UUID PAYOUT = new UUID(3, 3);

    @Test
    void what_is_owed_can_be_paid_to_the_cent() {
        given(dealAgreedAt("30.00"));
        when(payout("30.00"));
        then(paid("30.00"));
    }

    @Test
    void a_payout_never_exceeds_what_was_agreed() {
        given(dealAgreedAt("30.00"));
        when(payout("30.01"));
        thenRejected(DealRejection.PAYOUT_ABOVE_AGREED);
    }

    @Test
    void two_payouts_together_never_exceed_what_was_agreed() {
        var agreed = dealAgreedAt("30.00");
        given(agreed[0], agreed[1], agreed[2], paid("20.00"));
        when(new RecordPayout(DEAL, new UUID(4, 4), usd("10.01"), ZELLE, null, TODAY));
        thenRejected(DealRejection.PAYOUT_ABOVE_AGREED);
    }

    @Test
    void the_same_payout_again_changes_nothing() {
        var agreed = dealAgreedAt("30.00");
        given(agreed[0], agreed[1], agreed[2], paid("30.00"));
        when(payout("30.00"));
        thenNothing();
    }

    @Test
    void nothing_is_paid_before_the_boxes_came() {
        given(quoted(line(1, 1, "30.00")), accepted());
        when(payout("30.00"));
        thenRejected(DealRejection.NOT_RECEIVED);
    }

    @Test
    void a_payout_is_more_than_nothing() {
        given(dealAgreedAt("30.00"));
        when(payout("0.00"));
        thenRejected(DealRejection.PAYOUT_NOT_POSITIVE);
    }

    private static RecordPayout payout(String amount) {
        return new RecordPayout(DEAL, PAYOUT, usd(amount), ZELLE, null, TODAY);
    }

    private static PayoutRecorded paid(String amount) {
        return new PayoutRecorded(DEAL, CUSTOMER, PAYOUT, usd(amount), ZELLE, null, TODAY);
    }
}
