package medflip.deals.write;

import java.util.List;
import java.util.UUID;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.DeclineReason;
import medflip.deals.events.QuoteEvent.OfferLinkMade;
import medflip.deals.events.QuoteEvent.OfferLinkRevoked;
import medflip.deals.events.QuoteEvent.QuoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.write.QuoteCommand.MakeOfferLink;
import medflip.deals.write.QuoteCommand.RevokeOfferLink;
import medflip.deals.write.QuoteCommand.TakeOffer;
import medflip.deals.write.QuoteCommand.TurnOfferDown;
import org.junit.jupiter.api.Test;

class OfferLinkTest extends DealSpec {

    private static final UUID LINK = new UUID(6, 6);
    private static final UUID OTHER = new UUID(7, 7);
    private static final OfferLinkMade MADE = new OfferLinkMade(DEAL, LINK, "hash", TODAY);
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
        given(quoted(line(1, 2, "15.00")), MADE, new OfferLinkMade(DEAL, OTHER, "other", TODAY));
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
    void a_link_is_revoked_once() {
        given(quoted(line(1, 2, "15.00")), MADE);
        when(new RevokeOfferLink(DEAL, LINK, TODAY));
        then(REVOKED);
        given(quoted(line(1, 2, "15.00")), MADE, REVOKED);
        when(new RevokeOfferLink(DEAL, LINK, TODAY));
        thenRejected(DealRejection.LINK_VOID);
    }
}
