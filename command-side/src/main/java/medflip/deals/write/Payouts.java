package medflip.deals.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import medflip.deals.events.CourseEvent.PastDealRecorded;
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
import medflip.kernel.Money;
import medflip.platform.command.CommandRejected;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** How a deal is paid. What is planned or on its way counts as paid, so that nothing is ever promised twice. */
class Payouts {

    private enum State {
        PLANNED,
        SENT,
        CONFIRMED,
        FAILED,
        WITHDRAWN
    }

    private record Payout(Money amount, State state) {}

    private static final Set<State> PAID = EnumSet.of(State.SENT, State.CONFIRMED);

    private final Deal deal;
    private final Map<UUID, Payout> payouts = new HashMap<>();
    private Money agreed = Money.zero("USD");
    /** Fees that were paid beyond those that are part of what the boxes cost, as far as that isn't booked yet. */
    private Money unbookedFees = Money.zero("USD");

    Payouts(Deal deal) {
        this.deal = deal;
    }

    @EventSourcingHandler
    void evolve(DealAgreed event) {
        agreed = event.agreed();
        unbookedFees = event.payoutFee().times(-1);
    }

    @EventSourcingHandler
    void evolve(PastDealRecorded event) {
        agreed = event.paid();
        unbookedFees = event.paid().times(0);
        payouts.put(event.payoutId(), new Payout(event.paid(), State.CONFIRMED));
    }

    @CommandHandler
    void decide(PlanPayout command) {
        if (payouts.containsKey(command.payoutId())) {
            return;
        }
        requirePayable(command.amount(), unplanned());
        apply(new PayoutPlanned(
                deal.id(),
                command.payoutId(),
                command.amount(),
                command.method(),
                command.plannedFor(),
                command.plannedOn()));
    }

    @EventSourcingHandler
    void evolve(PayoutPlanned event) {
        payouts.put(event.payoutId(), new Payout(event.amount(), State.PLANNED));
    }

    @CommandHandler
    void decide(WithdrawPayout command) {
        require(is(command.payoutId(), State.PLANNED), DealRejection.NO_SUCH_PAYOUT);
        apply(new PayoutWithdrawn(deal.id(), command.payoutId(), command.withdrawnOn()));
    }

    @EventSourcingHandler
    void evolve(PayoutWithdrawn event) {
        become(event.payoutId(), State.WITHDRAWN);
    }

    @CommandHandler
    void decide(RecordPayout command) {
        Payout known = payouts.get(command.payoutId());
        if (known != null && known.state() != State.PLANNED) {
            return;
        }
        Money owed = known == null ? unplanned() : unplanned().plus(known.amount());
        requirePayable(command.amount(), owed);
        boolean last = command.amount().equals(owed) && nothingPlannedBut(command.payoutId());
        apply(new PayoutRecorded(
                deal.id(),
                deal.customerId(),
                command.payoutId(),
                command.amount(),
                command.method(),
                command.reference(),
                command.fee(),
                last ? unbookedFees.plus(command.fee()) : null,
                command.paidOn()));
    }

    @EventSourcingHandler
    void evolve(PayoutRecorded event) {
        payouts.put(event.payoutId(), new Payout(event.amount(), State.SENT));
        Money booked = event.feeDifference();
        unbookedFees = unbookedFees.plus(event.fee());
        unbookedFees = booked == null ? unbookedFees : unbookedFees.minus(booked);
    }

    @CommandHandler
    void decide(ConfirmPayout command) {
        if (is(command.payoutId(), State.CONFIRMED)) {
            return;
        }
        require(is(command.payoutId(), State.SENT), DealRejection.NO_SUCH_PAYOUT);
        apply(new PayoutConfirmed(deal.id(), command.payoutId(), command.confirmedOn()));
    }

    @EventSourcingHandler
    void evolve(PayoutConfirmed event) {
        become(event.payoutId(), State.CONFIRMED);
    }

    @CommandHandler
    void decide(TakeConfirmationBack command) {
        require(is(command.payoutId(), State.CONFIRMED), DealRejection.NO_SUCH_PAYOUT);
        apply(new PayoutConfirmationTakenBack(deal.id(), command.payoutId()));
    }

    @EventSourcingHandler
    void evolve(PayoutConfirmationTakenBack event) {
        become(event.payoutId(), State.SENT);
    }

    /** A check that was thought good can bounce, too. */
    @CommandHandler
    void decide(FailPayout command) {
        if (is(command.payoutId(), State.FAILED)) {
            return;
        }
        Payout known = payouts.get(command.payoutId());
        if (known == null || !PAID.contains(known.state())) {
            throw new CommandRejected(DealRejection.NO_SUCH_PAYOUT);
        }
        require(deal.stage() != Stage.CLOSED, DealRejection.NOT_RUNNING);
        apply(new PayoutFailed(
                deal.id(),
                deal.customerId(),
                command.payoutId(),
                known.amount(),
                command.remark(),
                command.failedOn()));
    }

    @EventSourcingHandler
    void evolve(PayoutFailed event) {
        become(event.payoutId(), State.FAILED);
    }

    /** What is agreed, and neither paid nor planned to be. */
    Money unplanned() {
        return payouts.values().stream()
                .filter(payout -> payout.state() == State.PLANNED || PAID.contains(payout.state()))
                .map(Payout::amount)
                .reduce(agreed, Money::minus);
    }

    /** Whether all that is agreed was paid. */
    boolean settled() {
        return !unplanned().isPositive() && nothingPlannedBut(null);
    }

    private boolean nothingPlannedBut(@Nullable UUID payout) {
        return payouts.entrySet().stream()
                .noneMatch(each -> each.getValue().state() == State.PLANNED
                        && !each.getKey().equals(payout));
    }

    private void requirePayable(Money amount, Money most) {
        require(deal.stage() != Stage.CLOSED, DealRejection.NOT_RUNNING);
        require(deal.stage() == Stage.AGREED, DealRejection.NOT_AGREED);
        deal.requireNotHeld();
        require(amount.isPositive(), DealRejection.PAYOUT_NOT_POSITIVE);
        require(amount.isAtMost(most), DealRejection.PAYOUT_ABOVE_AGREED);
    }

    private boolean is(UUID payout, State state) {
        Payout known = payouts.get(payout);
        return known != null && known.state() == state;
    }

    private void become(UUID payout, State state) {
        payouts.computeIfPresent(payout, (id, known) -> new Payout(known.amount(), state));
    }
}
