package medflip.deals.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Objects;
import medflip.customers.events.CustomerId;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.CourseEvent.DealCancelled;
import medflip.deals.events.CourseEvent.DealClosed;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.CourseEvent.DealReleased;
import medflip.deals.events.CourseEvent.DealReopened;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.CourseEvent.PastDealTakenBack;
import medflip.deals.events.DealId;
import medflip.deals.events.InspectionEvent;
import medflip.deals.events.InspectionEvent.BoxesDonated;
import medflip.deals.events.InspectionEvent.BoxesReceived;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.DealRequoted;
import medflip.deals.events.InspectionEvent.LineInspected;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.InspectionEvent.RequoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteExpired;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.write.CourseCommand.BuyOnTheSpot;
import medflip.deals.write.CourseCommand.CancelDeal;
import medflip.deals.write.CourseCommand.CloseDeal;
import medflip.deals.write.CourseCommand.HoldDeal;
import medflip.deals.write.CourseCommand.RecordPastDeal;
import medflip.deals.write.CourseCommand.ReleaseDeal;
import medflip.deals.write.CourseCommand.ReopenDeal;
import medflip.deals.write.CourseCommand.TakeBackPastDeal;
import medflip.deals.write.InspectionCommand.AgreeDeal;
import medflip.deals.write.InspectionCommand.InspectRestAsQuoted;
import medflip.deals.write.InspectionCommand.ReceiveBoxes;
import medflip.deals.write.InspectionCommand.RequoteDeal;
import medflip.deals.write.PayoutCommand.RecordPayout;
import medflip.deals.write.QuoteCommand.AcceptQuote;
import medflip.deals.write.QuoteCommand.GiveQuote;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One purchase from a person. The deal itself decides about its course, its members about the offer, how the boxes
 * come, what they are found to be, and how they are paid.
 */
@Aggregate(cache = "aggregateCache")
class Deal extends TenantAggregate {

    @AggregateIdentifier
    private DealId id;

    private CustomerId customerId;
    private Stage stage;
    /** Where a deal that has ended goes back to if that is taken back; absent where it can't be. */
    private @Nullable Stage before;

    private boolean held;
    /** Whether it was entered as history, by an import that wasn't undone. */
    private boolean fromThePast;

    @AggregateMember
    private final Quote quote = new Quote(this);

    @AggregateMember
    private final Delivery delivery = new Delivery(this);

    @AggregateMember
    private final Inspection inspection = new Inspection(this, quote, delivery);

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon hands it commands and events; the deal itself asks it nothing
    private final OfferLink link = new OfferLink(this, quote, inspection);

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon hands it commands and events; the deal itself asks it nothing
    private final Photos photos = new Photos(this, inspection);

    @AggregateMember
    private final Payouts payouts = new Payouts(this);

    Deal() {}

    @CommandHandler
    Deal(GiveQuote command) {
        Quote.requireBuyable(command.lines(), command.quotedOn());
        apply(new QuoteGiven(
                command.dealId(),
                command.customerId(),
                command.lines(),
                command.quotedOn(),
                command.validUntil(),
                command.note()));
    }

    @EventSourcingHandler
    void evolve(QuoteGiven event) {
        id = event.dealId();
        customerId = event.customerId();
        stage = Stage.QUOTED;
    }

    @EventSourcingHandler
    void evolve(QuoteRevised event) {
        stage = Stage.QUOTED;
        before = null;
    }

    @EventSourcingHandler
    void evolve(QuoteAccepted event) {
        stage = Stage.ACCEPTED;
    }

    @EventSourcingHandler
    void evolve(QuoteDeclined event) {
        end(Stage.ENDED);
    }

    @EventSourcingHandler
    void evolve(QuoteExpired event) {
        end(Stage.ENDED);
    }

    @CommandHandler
    void decide(CancelDeal command) {
        requireBoxesToCome();
        apply(new DealCancelled(id, customerId, command.reason(), command.remark(), command.cancelledOn()));
    }

    @EventSourcingHandler
    void evolve(DealCancelled event) {
        end(Stage.ENDED);
    }

    @CommandHandler
    void decide(ReopenDeal command) {
        require((stage == Stage.ENDED || stage == Stage.CLOSED) && before != null, DealRejection.NOT_ENDED);
        require(before != Stage.QUOTED || quote.isGoodOn(command.reopenedOn()), DealRejection.QUOTE_RAN_OUT);
        apply(new DealReopened(id, command.reopenedOn()));
    }

    @EventSourcingHandler
    void evolve(DealReopened event) {
        stage = Objects.requireNonNull(before);
        before = null;
    }

    @CommandHandler
    void decide(HoldDeal command) {
        requireRunning();
        requireNotHeld();
        apply(new DealHeld(id, customerId, command.reason(), command.remark(), command.heldOn()));
    }

    @EventSourcingHandler
    void evolve(DealHeld event) {
        held = true;
    }

    @CommandHandler
    void decide(ReleaseDeal command) {
        require(stage != Stage.CLOSED, DealRejection.NOT_RUNNING);
        require(held, DealRejection.NOT_ON_HOLD);
        apply(new DealReleased(id, command.releasedOn()));
    }

    @EventSourcingHandler
    void evolve(DealReleased event) {
        held = false;
    }

    @CommandHandler
    void decide(BuyOnTheSpot command) {
        LocalDate on = command.boughtOn();
        if (stage == Stage.QUOTED) {
            quote.decide(new AcceptQuote(id, command.attests(), command.attestationVersion(), AcceptedBy.BUSINESS, on));
        }
        inspection.decide(new ReceiveBoxes(id, on));
        command.lines().forEach(inspection::decide);
        inspection.decide(new InspectRestAsQuoted(id, on));
        if (!inspection.total().equals(quote.total())) {
            inspection.decide(new RequoteDeal(id, null, on));
        }
        inspection.decide(new AgreeDeal(id, command.fee(), AcceptedBy.BUSINESS, on));
        if (payouts.unplanned().isPositive()) {
            payouts.decide(new RecordPayout(
                    id,
                    command.payoutId(),
                    payouts.unplanned(),
                    command.method(),
                    command.reference(),
                    command.fee(),
                    on));
        }
    }

    @CommandHandler
    void decide(CloseDeal command) {
        require(stage == Stage.AGREED, DealRejection.NOT_AGREED);
        require(payouts.settled() && inspection.settled() && delivery.settled(), DealRejection.NOT_SETTLED);
        apply(new DealClosed(id, command.closedOn()));
    }

    @EventSourcingHandler
    void evolve(DealClosed event) {
        end(Stage.CLOSED);
    }

    @CommandHandler
    Deal(RecordPastDeal command) {
        require(!command.lines().isEmpty(), DealRejection.NO_LINES);
        apply(new PastDealRecorded(
                command.dealId(),
                command.customerId(),
                command.importId(),
                command.boughtOn(),
                command.lines(),
                command.payoutId(),
                command.paid(),
                command.method(),
                command.reference(),
                command.note()));
    }

    @EventSourcingHandler
    void evolve(PastDealRecorded event) {
        id = event.dealId();
        customerId = event.customerId();
        stage = Stage.AGREED;
        fromThePast = true;
    }

    @CommandHandler
    void decide(TakeBackPastDeal command) {
        require(fromThePast, DealRejection.NOT_FROM_THE_PAST);
        apply(new PastDealTakenBack(id, customerId));
    }

    @EventSourcingHandler
    void evolve(PastDealTakenBack event) {
        stage = Stage.ENDED;
        before = null;
        fromThePast = false;
    }

    @EventSourcingHandler
    void evolve(InspectionEvent event) {
        stage = switch (event) {
            case BoxesReceived received -> Stage.INSPECTING;
            case LineInspected inspected -> Stage.INSPECTING;
            case DealRequoted requoted -> Stage.REQUOTED;
            case RequoteAccepted accepted -> Stage.REQUOTED;
            case DealAgreed agreed -> Stage.AGREED;
            case PurchaseGivenUp givenUp -> givenUp.toReturn() > 0 ? Stage.RETURNING : Stage.CLOSED;
            case BoxesReturned returned -> withoutReturns();
            case BoxesDonated donated -> withoutReturns();
        };
    }

    private Stage withoutReturns() {
        return stage == Stage.RETURNING ? Stage.CLOSED : stage;
    }

    private void end(Stage end) {
        before = stage;
        stage = end;
    }

    boolean isHeld() {
        return held;
    }

    void requireNotHeld() {
        require(!held, DealRejection.ON_HOLD);
    }

    void requireRunning() {
        require(stage != Stage.ENDED && stage != Stage.CLOSED, DealRejection.NOT_RUNNING);
    }

    void requireBoxesToCome() {
        require(!stage.boxesAreHere(), DealRejection.ALREADY_RECEIVED);
        require(stage != Stage.ENDED, DealRejection.NOT_RUNNING);
    }

    CustomerId customerId() {
        return customerId;
    }

    Stage stage() {
        return stage;
    }

    /** Whether the deal has ended in a way that can be taken back, and stood at the stage before. */
    boolean endedAt(Stage stage) {
        return this.stage == Stage.ENDED && before == stage;
    }

    @Override
    protected DealId id() {
        return id;
    }
}
