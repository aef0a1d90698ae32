package medflip.deals.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.UUID;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.InspectionEvent;
import medflip.deals.events.QuoteEvent;
import medflip.deals.events.QuoteEvent.OfferLinkMade;
import medflip.deals.events.QuoteEvent.OfferLinkRevoked;
import medflip.deals.write.InspectionCommand.AgreeDeal;
import medflip.deals.write.InspectionCommand.GiveUpPurchase;
import medflip.deals.write.OfferLinkCommand.MakeOfferLink;
import medflip.deals.write.OfferLinkCommand.RevokeOfferLink;
import medflip.deals.write.OfferLinkCommand.TakeOffer;
import medflip.deals.write.OfferLinkCommand.TurnOfferDown;
import medflip.deals.write.QuoteCommand.AcceptQuote;
import medflip.deals.write.QuoteCommand.DeclineQuote;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * The private link by which the person answers what they were offered: the quote, or the new price of what was found.
 * It is for that one offer and for one answer; whatever else happens to the offer ends it.
 */
class OfferLink {

    /** How long a re-quote waits for its answer by the link; a quote's link is good as long as the quote. */
    static final int REQUOTE_DAYS = 14;

    private final Deal deal;
    private final Quote quote;
    private final Inspection inspection;
    private @Nullable UUID id;
    private LocalDate goodUntil = LocalDate.MIN;

    OfferLink(Deal deal, Quote quote, Inspection inspection) {
        this.deal = deal;
        this.quote = quote;
        this.inspection = inspection;
    }

    @EventSourcingHandler
    void evolve(QuoteEvent event) {
        if (event instanceof OfferLinkMade made) {
            id = made.linkId();
            goodUntil = made.goodUntil();
        } else {
            id = null;
        }
    }

    @EventSourcingHandler
    void evolve(InspectionEvent event) {
        id = null;
    }

    @CommandHandler
    void decide(MakeOfferLink command) {
        if (command.linkId().equals(id) && !command.madeOn().isAfter(goodUntil)) {
            return;
        }
        require(deal.stage() == Stage.QUOTED || deal.stage() == Stage.REQUOTED, DealRejection.NOT_QUOTED);
        boolean quoted = deal.stage() == Stage.QUOTED;
        require(!quoted || quote.isGoodOn(command.madeOn()), DealRejection.QUOTE_RAN_OUT);
        apply(new OfferLinkMade(
                deal.id(),
                command.linkId(),
                command.tokenHash(),
                command.madeOn(),
                quoted ? quote.validUntil() : command.madeOn().plusDays(REQUOTE_DAYS)));
    }

    @CommandHandler
    void decide(RevokeOfferLink command) {
        requireLink(command.linkId());
        apply(new OfferLinkRevoked(deal.id(), command.linkId(), command.revokedOn()));
    }

    /** Who was quoted has attested already; a lower price for the same goods needs no second attestation. */
    @CommandHandler
    void decide(TakeOffer command) {
        requireLink(command.linkId());
        String read = command.attestationVersion();
        if (deal.stage() == Stage.QUOTED) {
            boolean attests = command.attests() && read != null;
            quote.decide(new AcceptQuote(
                    deal.id(), attests, read == null ? "" : read, AcceptedBy.LINK, command.acceptedOn()));
        } else {
            requireGood(command.acceptedOn());
            inspection.decide(
                    new AgreeDeal(deal.id(), inspection.total().times(0), AcceptedBy.LINK, command.acceptedOn()));
        }
    }

    @CommandHandler
    void decide(TurnOfferDown command) {
        requireLink(command.linkId());
        if (deal.stage() == Stage.QUOTED) {
            quote.decide(new DeclineQuote(deal.id(), command.reason(), command.remark(), command.declinedOn()));
        } else {
            requireGood(command.declinedOn());
            inspection.decide(new GiveUpPurchase(deal.id(), command.reason(), command.remark(), command.declinedOn()));
        }
    }

    private void requireLink(UUID asked) {
        boolean offered = deal.stage() == Stage.QUOTED || deal.stage() == Stage.REQUOTED;
        require(offered && asked.equals(id), DealRejection.LINK_VOID);
    }

    private void requireGood(LocalDate day) {
        require(!day.isAfter(goodUntil), DealRejection.LINK_VOID);
    }
}
