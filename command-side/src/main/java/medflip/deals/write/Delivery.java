package medflip.deals.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import medflip.deals.events.DeliveryEvent.AppointmentMade;
import medflip.deals.events.DeliveryEvent.AppointmentMissed;
import medflip.deals.events.DeliveryEvent.BoxesLost;
import medflip.deals.events.DeliveryEvent.BoxesSent;
import medflip.deals.events.DeliveryEvent.ClaimOpened;
import medflip.deals.events.DeliveryEvent.ClaimSettled;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.DeliveryEvent.LabelVoided;
import medflip.deals.write.DeliveryCommand.LoseBoxes;
import medflip.deals.write.DeliveryCommand.MakeAppointment;
import medflip.deals.write.DeliveryCommand.MakeLabel;
import medflip.deals.write.DeliveryCommand.MissAppointment;
import medflip.deals.write.DeliveryCommand.OpenClaim;
import medflip.deals.write.DeliveryCommand.SendBoxes;
import medflip.deals.write.DeliveryCommand.SettleClaim;
import medflip.deals.write.DeliveryCommand.VoidLabel;
import medflip.kernel.Money;
import medflip.platform.command.CommandRejected;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** How a deal's boxes come: labels and post, or an appointment. */
class Delivery {

    private final Deal deal;
    private final Map<UUID, Money> labels = new HashMap<>();
    private boolean sent;
    private boolean appointed;
    private boolean claimed;

    Delivery(Deal deal) {
        this.deal = deal;
    }

    @CommandHandler
    void decide(MakeLabel command) {
        if (labels.containsKey(command.labelId())) {
            return;
        }
        require(deal.stage() == Stage.ACCEPTED, DealRejection.NOT_ACCEPTED);
        apply(new LabelMade(
                deal.id(),
                deal.customerId(),
                command.labelId(),
                command.carrier(),
                command.trackingNumber(),
                command.cost(),
                command.madeOn()));
    }

    @EventSourcingHandler
    void evolve(LabelMade event) {
        labels.put(event.labelId(), event.cost());
    }

    /** Once the price is settled a label is part of what the boxes cost. */
    @CommandHandler
    void decide(VoidLabel command) {
        Money cost = labels.get(command.labelId());
        if (cost == null || deal.stage() != Stage.ACCEPTED && deal.stage() != Stage.ENDED) {
            throw new CommandRejected(DealRejection.NO_SUCH_LABEL);
        }
        apply(new LabelVoided(deal.id(), command.labelId(), cost, command.voidedOn()));
    }

    @EventSourcingHandler
    void evolve(LabelVoided event) {
        labels.remove(event.labelId());
    }

    @CommandHandler
    void decide(SendBoxes command) {
        require(deal.stage() == Stage.ACCEPTED, DealRejection.NOT_ACCEPTED);
        require(!sent, DealRejection.ALREADY_SENT);
        apply(new BoxesSent(deal.id(), command.sentOn()));
    }

    @EventSourcingHandler
    void evolve(BoxesSent event) {
        sent = true;
    }

    @CommandHandler
    void decide(MakeAppointment command) {
        deal.requireBoxesToCome();
        apply(new AppointmentMade(
                deal.id(), deal.customerId(), command.meetOn(), command.meetAt(), command.place(), command.madeOn()));
    }

    @EventSourcingHandler
    void evolve(AppointmentMade event) {
        appointed = true;
    }

    @CommandHandler
    void decide(MissAppointment command) {
        deal.requireBoxesToCome();
        require(appointed, DealRejection.NO_APPOINTMENT);
        apply(new AppointmentMissed(deal.id(), command.missedOn()));
    }

    @EventSourcingHandler
    void evolve(AppointmentMissed event) {
        appointed = false;
    }

    @CommandHandler
    void decide(LoseBoxes command) {
        require(deal.stage() == Stage.ACCEPTED && sent, DealRejection.NOT_SENT);
        apply(new BoxesLost(deal.id(), command.lostOn()));
    }

    @CommandHandler
    void decide(OpenClaim command) {
        require(sent, DealRejection.NOT_SENT);
        require(deal.stage() != Stage.CLOSED, DealRejection.NOT_RUNNING);
        require(!claimed, DealRejection.CLAIM_OPEN);
        apply(new ClaimOpened(deal.id(), deal.customerId(), command.amount(), command.reference(), command.openedOn()));
    }

    @EventSourcingHandler
    void evolve(ClaimOpened event) {
        claimed = true;
    }

    @CommandHandler
    void decide(SettleClaim command) {
        require(claimed, DealRejection.NO_CLAIM);
        apply(new ClaimSettled(deal.id(), command.received(), command.settledOn()));
    }

    @EventSourcingHandler
    void evolve(ClaimSettled event) {
        claimed = false;
    }

    /** What the labels cost that weren't voided, added to an amount. */
    Money plusLabels(Money amount) {
        return labels.values().stream().reduce(amount, Money::plus);
    }

    boolean settled() {
        return !claimed;
    }
}
