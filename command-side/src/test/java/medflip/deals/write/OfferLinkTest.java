package medflip.deals.write;

import java.util.List;
import java.util.UUID;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.DeclineReason;
import medflip.deals.events.Difference;
import medflip.deals.events.HeldFor;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.DealRequoted;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.InspectionEvent.RequoteAccepted;
import medflip.deals.events.QuoteEvent.OfferLinkMade;
import medflip.deals.events.QuoteEvent.OfferLinkRevoked;
import medflip.deals.events.QuoteEvent.QuoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.write.OfferLinkCommand.MakeOfferLink;
import medflip.deals.write.OfferLinkCommand.RevokeOfferLink;
import medflip.deals.write.OfferLinkCommand.TakeOffer;
import medflip.deals.write.OfferLinkCommand.TurnOfferDown;
import medflip.kernel.DomainEvent;
import org.junit.jupiter.api.Test;

class OfferLinkTest extends DealSpec {

    private static final UUID LINK = new UUID(6, 6);
    private static final UUID OTHER = new UUID(7, 7);
    private static final OfferLinkMade MADE = new OfferLinkMade(DEAL, LINK, "hash", TODAY, IN_A_WEEK);
    private static final OfferLinkRevoked REVOKED = new OfferLinkRevoked(DEAL, LINK, TODAY);

    @Test
    void an_open_offer_gets_a_link_and_the_same_again_is_none_more() {
        given(quoted(line(1, 2, "15.00")));
        when(new MakeOfferLink(DEAL, LINK, "hash", TODAY));
        then(MADE);
        given(quoted(line(1, 2, "15.00")), MADE);
        when(new MakeOfferLink(DEAL, LINK, "hash", TODAY));
        thenNothing();
    }

    @Test
    void an_offer_that_ran_out_or_was_taken_gets_no_link() {
        given(quoted(line(1, 2, "15.00")));
        when(new MakeOfferLink(DEAL, LINK, "hash", IN_A_WEEK.plusDays(1)));
        thenRejected(DealRejection.QUOTE_RAN_OUT);
        given(quoted(line(1, 2, "15.00")), accepted());
        when(new MakeOfferLink(DEAL, LINK, "hash", TODAY));
        thenRejected(DealRejection.NOT_QUOTED);
    }

    @Test
    void who_has_the_link_takes_the_offer_and_attests() {
        given(quoted(line(1, 2, "15.00")), MADE);
        when(new TakeOffer(DEAL, LINK, true, "2026-11-24", TODAY));
        then(new QuoteAccepted(DEAL, 1, "2026-11-24", AcceptedBy.LINK, TODAY));
        when(new TakeOffer(DEAL, LINK, false, "2026-11-24", TODAY));
        thenRejected(DealRejection.ATTESTATION_MISSING);
        when(new TakeOffer(DEAL, LINK, true, "2026-11-24", IN_A_WEEK.plusDays(1)));
        thenRejected(DealRejection.QUOTE_RAN_OUT);
    }

    @Test
    void who_has_the_link_can_turn_the_offer_down() {
        given(quoted(line(1, 2, "15.00")), MADE);
        when(new TurnOfferDown(DEAL, LINK, DeclineReason.PRICE, null, TODAY));
        then(new QuoteDeclined(DEAL, CUSTOMER, DeclineReason.PRICE, null, TODAY));
    }

    @Test
    void a_link_that_was_revoked_replaced_or_never_made_opens_nothing() {
        given(quoted(line(1, 2, "15.00")), MADE, REVOKED);
        when(new TakeOffer(DEAL, LINK, true, "2026-11-24", TODAY));
        thenRejected(DealRejection.LINK_VOID);
        given(quoted(line(1, 2, "15.00")), MADE, new OfferLinkMade(DEAL, OTHER, "other", TODAY, IN_A_WEEK));
        when(new TakeOffer(DEAL, LINK, true, "2026-11-24", TODAY));
        thenRejected(DealRejection.LINK_VOID);
        given(quoted(line(1, 2, "15.00")));
        when(new TurnOfferDown(DEAL, LINK, DeclineReason.PRICE, null, TODAY));
        thenRejected(DealRejection.LINK_VOID);
    }

    @Test
    void a_link_is_for_one_version_of_the_offer_and_one_answer() {
        given(
                quoted(line(1, 2, "15.00")),
                MADE,
                new QuoteRevised(DEAL, CUSTOMER, 2, List.of(line(1, 2, "9.00")), TODAY, IN_A_WEEK, null));
        when(new TakeOffer(DEAL, LINK, true, "2026-11-24", TODAY));
        thenRejected(DealRejection.LINK_VOID);
        given(quoted(line(1, 2, "15.00")), MADE, accepted());
        when(new TurnOfferDown(DEAL, LINK, DeclineReason.PRICE, null, TODAY));
        thenRejected(DealRejection.LINK_VOID);
    }

    @Test
    void a_requote_is_taken_by_its_link_without_a_second_attestation() {
        given(requoted(linkToRequote()));
        when(new TakeOffer(DEAL, LINK, false, null, TODAY));
        then(
                new RequoteAccepted(DEAL, usd("12.00"), AcceptedBy.LINK, TODAY),
                new DealAgreed(DEAL, TODAY, List.of(received(1, 1, "12.00")), usd("12.00"), usd("0.00"), 0));
    }

    @Test
    void a_requote_is_turned_down_by_its_link_and_all_boxes_go_back() {
        given(requoted(linkToRequote()));
        when(new TurnOfferDown(DEAL, LINK, DeclineReason.PRICE, null, TODAY));
        then(new PurchaseGivenUp(DEAL, CUSTOMER, DeclineReason.PRICE, null, 1, TODAY));
    }

    @Test
    void a_link_to_a_requote_is_made_for_two_weeks_and_can_be_made_anew() {
        given(requoted());
        when(new MakeOfferLink(DEAL, LINK, "hash", TODAY));
        then(linkToRequote());
        given(requoted(linkToRequote()));
        when(new MakeOfferLink(DEAL, LINK, "hash", TODAY.plusDays(14)));
        thenNothing();
        when(new MakeOfferLink(DEAL, LINK, "hash", TODAY.plusDays(15)));
        then(new OfferLinkMade(DEAL, LINK, "hash", TODAY.plusDays(15), TODAY.plusDays(29)));
        when(new TakeOffer(DEAL, LINK, false, null, TODAY.plusDays(15)));
        thenRejected(DealRejection.LINK_VOID);
        when(new TurnOfferDown(DEAL, LINK, DeclineReason.PRICE, null, TODAY.plusDays(15)));
        thenRejected(DealRejection.LINK_VOID);
    }

    @Test
    void a_link_to_a_requote_ends_with_whatever_else_happens_to_it() {
        List<DomainEvent> ends = List.of(
                inspected(1, withReason(found(1, 1, "11.00"), Difference.DAMAGED)),
                new DealRequoted(DEAL, CUSTOMER, usd("12.00"), null, TODAY),
                new DealAgreed(DEAL, TODAY, List.of(received(1, 1, "12.00")), usd("12.00"), usd("0.00"), 0),
                new PurchaseGivenUp(DEAL, CUSTOMER, DeclineReason.PRICE, null, 1, TODAY),
                new OfferLinkMade(DEAL, OTHER, "other", TODAY, TODAY.plusDays(14)),
                REVOKED);
        for (DomainEvent end : ends) {
            given(requoted(linkToRequote(), end));
            when(new TakeOffer(DEAL, LINK, false, null, TODAY));
            thenRejected(DealRejection.LINK_VOID);
        }
    }

    @Test
    void the_link_to_a_quote_does_not_open_the_requote() {
        given(and(
                List.of(quoted(line(1, 1, "15.00")), MADE, accepted(), boxesReceived()),
                inspected(1, withReason(found(1, 1, "12.00"), Difference.DAMAGED)),
                new DealRequoted(DEAL, CUSTOMER, usd("12.00"), null, TODAY)));
        when(new TakeOffer(DEAL, LINK, true, "2026-11-24", TODAY));
        thenRejected(DealRejection.LINK_VOID);
    }

    @Test
    void a_requote_on_hold_is_not_taken() {
        given(requoted(linkToRequote(), new DealHeld(DEAL, CUSTOMER, HeldFor.OTHER, null, TODAY)));
        when(new TakeOffer(DEAL, LINK, false, null, TODAY));
        thenRejected(DealRejection.ON_HOLD);
    }

    private static OfferLinkMade linkToRequote() {
        return new OfferLinkMade(DEAL, LINK, "hash", TODAY, TODAY.plusDays(14));
    }

    /** One box that was quoted at $15.00 is damaged: $12.00 is offered for it. */
    private static DomainEvent[] requoted(DomainEvent... after) {
        return and(
                List.of(
                        quoted(line(1, 1, "15.00")),
                        accepted(),
                        boxesReceived(),
                        inspected(1, withReason(found(1, 1, "12.00"), Difference.DAMAGED)),
                        new DealRequoted(DEAL, CUSTOMER, usd("12.00"), null, TODAY)),
                after);
    }

    @Test
    void a_link_is_revoked_once() {
        given(quoted(line(1, 2, "15.00")), MADE);
        when(new RevokeOfferLink(DEAL, LINK, TODAY));
        then(REVOKED);
        given(quoted(line(1, 2, "15.00")), MADE, REVOKED);
        when(new RevokeOfferLink(DEAL, LINK, TODAY));
        thenRejected(DealRejection.LINK_VOID);
    }
}
