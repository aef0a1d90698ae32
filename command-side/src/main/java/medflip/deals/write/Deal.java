package medflip.deals.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import medflip.catalog.events.ExcludedGoods;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealEvent.DealCancelled;
import medflip.deals.events.DealEvent.DealReceived;
import medflip.deals.events.DealEvent.PastDealRecorded;
import medflip.deals.events.DealEvent.PayoutRecorded;
import medflip.deals.events.DealEvent.QuoteAccepted;
import medflip.deals.events.DealEvent.QuoteDeclined;
import medflip.deals.events.DealEvent.QuoteGiven;
import medflip.deals.events.DealId;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.deals.write.DealCommand.AcceptQuote;
import medflip.deals.write.DealCommand.CancelDeal;
import medflip.deals.write.DealCommand.DeclineQuote;
import medflip.deals.write.DealCommand.GiveQuote;
import medflip.deals.write.DealCommand.ReceiveDeal;
import medflip.deals.write.DealCommand.RecordPastDeal;
import medflip.deals.write.DealCommand.RecordPayout;
import medflip.kernel.Money;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One purchase from a person: quoted, accepted, received, paid. */
@Aggregate(cache = "aggregateCache")
class Deal extends TenantAggregate {

    private enum State {
        QUOTED,
        ACCEPTED,
        RECEIVED,
        OVER
    }

    @AggregateIdentifier
    private DealId id;

    private CustomerId customerId;
    private State state;
    private List<QuoteLine> lines = List.of();
    private LocalDate validUntil;
    private Money owed;
    private final Set<UUID> payouts = new HashSet<>();

    Deal() {}

    @CommandHandler
    Deal(GiveQuote command) {
        require(!command.lines().isEmpty(), DealRejection.NO_LINES);
        YearMonth month = YearMonth.from(command.quotedOn());
        require(command.lines().stream().noneMatch(line -> line.expiry().isBefore(month)), DealRejection.EXPIRED_GOODS);
        require(
                command.lines().stream().noneMatch(line -> ExcludedGoods.names(line.item())),
                DealRejection.EXCLUDED_GOODS);
        require(command.lines().stream().noneMatch(QuoteLine::lacksReason), DealRejection.REASON_NEEDED);
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
        state = State.QUOTED;
        lines = event.lines();
        validUntil = event.validUntil();
    }

    @CommandHandler
    void decide(AcceptQuote command) {
        require(state == State.QUOTED, DealRejection.NOT_QUOTED);
        require(command.attests(), DealRejection.ATTESTATION_MISSING);
        require(!command.acceptedOn().isAfter(validUntil), DealRejection.QUOTE_RAN_OUT);
        apply(new QuoteAccepted(id, command.attestationVersion(), command.acceptedOn()));
    }

    @EventSourcingHandler
    void evolve(QuoteAccepted event) {
        state = State.ACCEPTED;
    }

    @CommandHandler
    void decide(DeclineQuote command) {
        require(state == State.QUOTED, DealRejection.NOT_QUOTED);
        apply(new QuoteDeclined(id, command.declinedOn()));
    }

    @EventSourcingHandler
    void evolve(QuoteDeclined event) {
        state = State.OVER;
    }

    @CommandHandler
    void decide(CancelDeal command) {
        require(state != State.RECEIVED, DealRejection.ALREADY_RECEIVED);
        require(state != State.OVER, DealRejection.NOT_QUOTED);
        apply(new DealCancelled(id, command.cancelledOn()));
    }

    @EventSourcingHandler
    void evolve(DealCancelled event) {
        state = State.OVER;
    }

    @CommandHandler
    void decide(ReceiveDeal command) {
        require(state != State.RECEIVED, DealRejection.ALREADY_RECEIVED);
        require(state == State.ACCEPTED, DealRejection.NOT_ACCEPTED);
        Money agreed = lines.stream().map(QuoteLine::total).reduce(Money::plus).orElseThrow();
        apply(new DealReceived(id, command.receivedOn(), landed(lines, agreed, command.shipping()), agreed));
    }

    /** Shares the label's cost by price; the last line takes the remainder, so that the shares sum to the cent. */
    static List<ReceivedLine> landed(List<QuoteLine> lines, Money agreed, Money shipping) {
        List<ReceivedLine> received = new ArrayList<>();
        Money rest = shipping;
        for (QuoteLine line : lines.subList(0, lines.size() - 1)) {
            Money share = agreed.isPositive()
                    ? shipping.share(line.total().minor(), agreed.minor())
                    : Money.zero(shipping.currency());
            rest = rest.minus(share);
            received.add(received(line, share));
        }
        received.add(received(lines.getLast(), rest));
        return List.copyOf(received);
    }

    private static ReceivedLine received(QuoteLine line, Money share) {
        return new ReceivedLine(
                line.line(),
                line.productId(),
                line.item(),
                line.expiry(),
                line.grade(),
                line.quantity(),
                line.total().plus(share));
    }

    @EventSourcingHandler
    void evolve(DealReceived event) {
        state = State.RECEIVED;
        owed = event.agreed();
    }

    @CommandHandler
    void decide(RecordPayout command) {
        if (payouts.contains(command.payoutId())) {
            return;
        }
        require(state == State.RECEIVED, DealRejection.NOT_RECEIVED);
        require(command.amount().isPositive(), DealRejection.PAYOUT_NOT_POSITIVE);
        require(command.amount().isAtMost(owed), DealRejection.PAYOUT_ABOVE_AGREED);
        apply(new PayoutRecorded(
                id,
                customerId,
                command.payoutId(),
                command.amount(),
                command.method(),
                command.reference(),
                command.paidOn()));
    }

    @EventSourcingHandler
    void evolve(PayoutRecorded event) {
        owed = owed.minus(event.amount());
        payouts.add(event.payoutId());
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
        state = State.RECEIVED;
        owed = Money.zero(event.paid().currency());
        payouts.add(event.payoutId());
    }

    @Override
    protected DealId id() {
        return id;
    }
}
