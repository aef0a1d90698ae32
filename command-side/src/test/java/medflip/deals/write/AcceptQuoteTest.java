package medflip.deals.write;

import java.time.LocalDate;
import java.util.List;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.CancelReason;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.CourseEvent.DealReleased;
import medflip.deals.events.DeclineReason;
import medflip.deals.events.HeldFor;
import medflip.deals.events.QuoteEvent.QuoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteExpired;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.write.CourseCommand.CancelDeal;
import medflip.deals.write.QuoteCommand.AcceptQuote;
import medflip.deals.write.QuoteCommand.DeclineQuote;
import medflip.deals.write.QuoteCommand.ExpireQuote;
import medflip.deals.write.QuoteCommand.ReviseQuote;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class AcceptQuoteTest extends DealSpec {

    private static final DealHeld HELD = new DealHeld(DEAL, CUSTOMER, HeldFor.PRICE_QUESTION, null, TODAY);

    @Test
    void the_seller_takes_the_offer_and_attests() {
        given(quoted(line(1, 2, "15.00")));
        when(accept(TODAY));
        then(accepted());
    }

    @Test
    void nothing_is_accepted_without_the_attestation() {
        given(quoted(line(1, 2, "15.00")));
        when(new AcceptQuote(DEAL, false, "2026-11-24", AcceptedBy.BUSINESS, TODAY));
        thenRejected(DealRejection.ATTESTATION_MISSING);
    }

    @Test
    void a_quote_can_be_taken_on_its_last_day() {
        given(quoted(line(1, 2, "15.00")));
        when(accept(IN_A_WEEK));
        then(new QuoteAccepted(DEAL, 1, "2026-11-24", AcceptedBy.BUSINESS, IN_A_WEEK));
    }

    @Test
    void a_quote_that_ran_out_can_not_be_taken() {
        given(quoted(line(1, 2, "15.00")));
        when(accept(IN_A_WEEK.plusDays(1)));
        thenRejected(DealRejection.QUOTE_RAN_OUT);
    }

    @Test
    void a_quote_is_taken_once() {
        given(quoted(line(1, 2, "15.00")), accepted());
        when(accept(TODAY));
        thenRejected(DealRejection.NOT_QUOTED);
    }

    @Test
    void the_newest_version_is_what_is_taken() {
        given(quoted(line(1, 2, "15.00")), revised(2, IN_A_WEEK.plusDays(1)));
        when(accept(IN_A_WEEK.plusDays(1)));
        then(new QuoteAccepted(DEAL, 2, "2026-11-24", AcceptedBy.BUSINESS, IN_A_WEEK.plusDays(1)));
    }

    @Test
    void nothing_is_accepted_while_the_deal_is_on_hold() {
        given(quoted(line(1, 2, "15.00")), HELD);
        when(accept(TODAY));
        thenRejected(DealRejection.ON_HOLD);
    }

    @Test
    void what_is_released_can_be_accepted() {
        given(quoted(line(1, 2, "15.00")), HELD, new DealReleased(DEAL, TODAY));
        when(accept(TODAY));
        then(accepted());
    }

    @Test
    void a_version_that_was_overtaken_is_refused() {
        given(quoted(line(1, 2, "15.00")), accepted());
        expecting(0);
        when(new CancelDeal(DEAL, CancelReason.OTHER, null, TODAY));
        thenRejected(RequestRejection.VERSION_CONFLICT);
    }

    @Test
    void another_tenant_finds_no_deal() {
        given(quoted(line(1, 2, "15.00")));
        from(OTHER_TENANT);
        when(accept(TODAY));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    @Test
    void an_open_quote_can_be_declined() {
        given(quoted(line(1, 2, "15.00")));
        when(new DeclineQuote(DEAL, DeclineReason.PRICE, null, TODAY));
        then(declined());
    }

    @Test
    void a_quote_that_was_taken_can_not_be_declined() {
        given(quoted(line(1, 2, "15.00")), accepted());
        when(new DeclineQuote(DEAL, DeclineReason.PRICE, null, TODAY));
        thenRejected(DealRejection.NOT_QUOTED);
    }

    @Test
    void an_open_quote_can_be_changed() {
        given(quoted(line(1, 2, "15.00")));
        when(revise());
        then(revised(2, IN_A_WEEK));
    }

    @Test
    void a_declined_or_expired_quote_can_be_made_anew() {
        given(quoted(line(1, 2, "15.00")), declined());
        when(revise());
        then(revised(2, IN_A_WEEK));
        given(quoted(line(1, 2, "15.00")), new QuoteExpired(DEAL, 1, IN_A_WEEK.plusDays(1)));
        when(revise());
        then(revised(2, IN_A_WEEK));
    }

    @Test
    void a_quote_that_was_taken_can_not_be_changed() {
        given(quoted(line(1, 2, "15.00")), accepted());
        when(revise());
        thenRejected(DealRejection.NOT_QUOTED);
    }

    @Test
    void a_changed_quote_buys_no_expired_boxes_either() {
        given(quoted(line(1, 2, "15.00")));
        when(new ReviseQuote(
                DEAL, List.of(line(1, 2, "16.00")), NEXT_YEAR.plusMonths(1).atDay(1), IN_A_WEEK, null));
        thenRejected(DealRejection.EXPIRED_GOODS);
    }

    @Test
    void an_offer_expires_after_its_last_day() {
        given(quoted(line(1, 2, "15.00")));
        when(new ExpireQuote(DEAL, IN_A_WEEK.plusDays(1)));
        then(new QuoteExpired(DEAL, 1, IN_A_WEEK.plusDays(1)));
    }

    @Test
    void an_offer_does_not_expire_on_its_last_day_nor_once_taken_nor_on_hold() {
        given(quoted(line(1, 2, "15.00")));
        when(new ExpireQuote(DEAL, IN_A_WEEK));
        thenNothing();
        given(quoted(line(1, 2, "15.00")), accepted());
        when(new ExpireQuote(DEAL, IN_A_WEEK.plusDays(1)));
        thenNothing();
        given(quoted(line(1, 2, "15.00")), HELD);
        when(new ExpireQuote(DEAL, IN_A_WEEK.plusDays(1)));
        thenNothing();
    }

    private static AcceptQuote accept(LocalDate on) {
        return new AcceptQuote(DEAL, true, "2026-11-24", AcceptedBy.BUSINESS, on);
    }

    private static QuoteDeclined declined() {
        return new QuoteDeclined(DEAL, CUSTOMER, DeclineReason.PRICE, null, TODAY);
    }

    private static ReviseQuote revise() {
        return new ReviseQuote(DEAL, List.of(line(1, 2, "16.00")), TODAY, IN_A_WEEK, null);
    }

    private static QuoteRevised revised(int version, LocalDate until) {
        return new QuoteRevised(DEAL, CUSTOMER, version, List.of(line(1, 2, "16.00")), TODAY, until, null);
    }
}
