package medflip.deals.write;

import medflip.deals.events.DealEvent.DealCancelled;
import medflip.deals.events.DealEvent.QuoteDeclined;
import medflip.deals.write.DealCommand.AcceptQuote;
import medflip.deals.write.DealCommand.CancelDeal;
import medflip.deals.write.DealCommand.DeclineQuote;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class AcceptQuoteTest extends DealSpec {

    @Test
    void the_seller_takes_the_offer_and_attests() {
        given(quoted(line(1, 2, "15.00")));
        when(new AcceptQuote(DEAL, true, "2026-11-24", TODAY));
        then(accepted());
    }

    @Test
    void nothing_is_accepted_without_the_attestation() {
        given(quoted(line(1, 2, "15.00")));
        when(new AcceptQuote(DEAL, false, "2026-11-24", TODAY));
        thenRejected(DealRejection.ATTESTATION_MISSING);
    }

    @Test
    void a_quote_can_be_taken_on_its_last_day() {
        given(quoted(line(1, 2, "15.00")));
        when(new AcceptQuote(DEAL, true, "2026-11-24", IN_A_WEEK));
        then(new medflip.deals.events.DealEvent.QuoteAccepted(DEAL, "2026-11-24", IN_A_WEEK));
    }

    @Test
    void a_quote_that_ran_out_can_not_be_taken() {
        given(quoted(line(1, 2, "15.00")));
        when(new AcceptQuote(DEAL, true, "2026-11-24", IN_A_WEEK.plusDays(1)));
        thenRejected(DealRejection.QUOTE_RAN_OUT);
    }

    @Test
    void a_quote_is_taken_once() {
        given(quoted(line(1, 2, "15.00")), accepted());
        when(new AcceptQuote(DEAL, true, "2026-11-24", TODAY));
        thenRejected(DealRejection.NOT_QUOTED);
    }

    @Test
    void a_version_that_was_overtaken_is_refused() {
        given(quoted(line(1, 2, "15.00")), accepted());
        expecting(0);
        when(new CancelDeal(DEAL, TODAY));
        thenRejected(RequestRejection.VERSION_CONFLICT);
    }

    @Test
    void another_tenant_finds_no_deal() {
        given(quoted(line(1, 2, "15.00")));
        from(OTHER_TENANT);
        when(new AcceptQuote(DEAL, true, "2026-11-24", TODAY));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    @Test
    void an_open_quote_can_be_declined_and_a_deal_cancelled_until_the_boxes_come() {
        given(quoted(line(1, 2, "15.00")));
        when(new DeclineQuote(DEAL, TODAY));
        then(new QuoteDeclined(DEAL, TODAY));
    }

    @Test
    void an_accepted_deal_can_be_cancelled() {
        given(quoted(line(1, 2, "15.00")), accepted());
        when(new CancelDeal(DEAL, TODAY));
        then(new DealCancelled(DEAL, TODAY));
    }

    @Test
    void a_received_deal_can_not_be_cancelled() {
        given(dealAgreedAt("30.00"));
        when(new CancelDeal(DEAL, TODAY));
        thenRejected(DealRejection.ALREADY_RECEIVED);
    }
}
