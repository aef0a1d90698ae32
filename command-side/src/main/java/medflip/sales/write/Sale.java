package medflip.sales.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.inventory.events.LotId;
import medflip.kernel.Money;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.MessageMetadata;
import medflip.platform.command.TenantAggregate;
import medflip.sales.events.InspectedLine;
import medflip.sales.events.SaleEvent.BuyerInspected;
import medflip.sales.events.SaleEvent.ReceiptRecorded;
import medflip.sales.events.SaleEvent.ReceiptUndone;
import medflip.sales.events.SaleEvent.SaleCancelled;
import medflip.sales.events.SaleEvent.SaleClosed;
import medflip.sales.events.SaleEvent.SaleConfirmed;
import medflip.sales.events.SaleEvent.SaleDelivered;
import medflip.sales.events.SaleEvent.SaleDrafted;
import medflip.sales.events.SaleEvent.SaleInvoiced;
import medflip.sales.events.SaleEvent.SaleOffered;
import medflip.sales.events.SaleEvent.SalePacked;
import medflip.sales.events.SaleEvent.SaleRecorded;
import medflip.sales.events.SaleEvent.SaleReopened;
import medflip.sales.events.SaleEvent.SaleRevised;
import medflip.sales.events.SaleEvent.SaleShipped;
import medflip.sales.events.SaleEvent.SaleStepTakenBack;
import medflip.sales.events.SaleEvent.SaleTakenBack;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.events.SaleStep;
import medflip.sales.events.SaleTerms;
import medflip.sales.write.SaleCommand.CancelSale;
import medflip.sales.write.SaleCommand.CloseSale;
import medflip.sales.write.SaleCommand.ConfirmSale;
import medflip.sales.write.SaleCommand.DeliverSale;
import medflip.sales.write.SaleCommand.DraftSale;
import medflip.sales.write.SaleCommand.InvoiceSale;
import medflip.sales.write.SaleCommand.OfferSale;
import medflip.sales.write.SaleCommand.PackSale;
import medflip.sales.write.SaleCommand.RecordInspection;
import medflip.sales.write.SaleCommand.RecordReceipt;
import medflip.sales.write.SaleCommand.RecordSale;
import medflip.sales.write.SaleCommand.RecordWholeReceipt;
import medflip.sales.write.SaleCommand.ReopenSale;
import medflip.sales.write.SaleCommand.ReviseSale;
import medflip.sales.write.SaleCommand.ShipSale;
import medflip.sales.write.SaleCommand.TakeBackSale;
import medflip.sales.write.SaleCommand.TakeStepBack;
import medflip.sales.write.SaleCommand.UndoReceipt;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A sale to a wholesale buyer. It is a process over several lots: before it is confirmed every lot has set its boxes
 * aside, and before it ships every lot has said that they may go. What the lots book follows from its events.
 */
@Aggregate(cache = "aggregateCache")
class Sale extends TenantAggregate {

    private enum State {
        DRAFT,
        CONFIRMED,
        SHIPPED,
        OVER
    }

    @AggregateIdentifier
    private SaleId id;

    private State state;
    private SaleTerms terms;
    private List<SaleLine> lines;
    private LocalDate shippedOn;
    private boolean inspected;
    private boolean invoiced;
    /** What was said of it and still holds. */
    private final Set<SaleStep> steps = EnumSet.noneOf(SaleStep.class);
    /** Whether it was entered in one step, and not taken back. */
    private boolean recorded;

    private Money owed;
    private final Map<UUID, Money> receipts = new HashMap<>();
    private final Set<UUID> undoneReceipts = new HashSet<>();

    Sale() {}

    @CommandHandler
    Sale(DraftSale command) {
        requireUsable(command.lines());
        apply(new SaleDrafted(command.saleId(), command.terms(), command.lines()));
    }

    private static void requireUsable(List<SaleLine> lines) {
        require(!lines.isEmpty(), SaleRejection.NO_LINES);
        require(lines.stream().map(SaleLine::lotId).distinct().count() == lines.size(), SaleRejection.LOT_TWICE);
        require(lines.stream().allMatch(line -> line.quantity() > 0), SaleRejection.QUANTITY_NOT_POSITIVE);
        require(lines.stream().noneMatch(line -> line.price().isNegative()), SaleRejection.PRICE_NEGATIVE);
    }

    @EventSourcingHandler
    void evolve(SaleDrafted event) {
        id = event.saleId();
        state = State.DRAFT;
        terms = event.terms();
        lines = event.lines();
    }

    @CommandHandler
    void decide(ReviseSale command) {
        require(state == State.DRAFT, SaleRejection.NOT_A_DRAFT);
        requireUsable(command.lines());
        List<LotId> dropped = lines.stream()
                .map(SaleLine::lotId)
                .filter(lot ->
                        command.lines().stream().noneMatch(line -> line.lotId().equals(lot)))
                .toList();
        apply(new SaleRevised(id, command.terms(), command.lines(), dropped));
    }

    @EventSourcingHandler
    void evolve(SaleRevised event) {
        terms = event.terms();
        lines = event.lines();
        steps.remove(SaleStep.OFFERED);
    }

    @CommandHandler
    void decide(OfferSale command) {
        require(state == State.DRAFT, SaleRejection.NOT_A_DRAFT);
        apply(new SaleOffered(id, command.offeredOn()));
    }

    @EventSourcingHandler
    void evolve(SaleOffered event) {
        steps.add(SaleStep.OFFERED);
    }

    @CommandHandler
    void decide(ConfirmSale command, Shelf shelf, CommandMessage<?> message) {
        require(state == State.DRAFT, SaleRejection.NOT_A_DRAFT);
        shelf.setAside(
                MessageMetadata.caller(message), id, lines, terms.shipOn(), terms.earliestExpiry(terms.shipOn()));
        apply(new SaleConfirmed(id, command.confirmedOn()));
    }

    @EventSourcingHandler
    void evolve(SaleConfirmed event) {
        state = State.CONFIRMED;
    }

    @CommandHandler
    void decide(ReopenSale command) {
        require(state == State.CONFIRMED, SaleRejection.NOT_CONFIRMED);
        apply(new SaleReopened(id, lines));
    }

    @EventSourcingHandler
    void evolve(SaleReopened event) {
        becomeDraft();
    }

    @CommandHandler
    void decide(PackSale command) {
        require(state == State.CONFIRMED, SaleRejection.NOT_CONFIRMED);
        apply(new SalePacked(id, command.packedOn()));
    }

    @EventSourcingHandler
    void evolve(SalePacked event) {
        steps.add(SaleStep.PACKED);
    }

    @CommandHandler
    void decide(ShipSale command, Shelf shelf, CommandMessage<?> message) {
        require(state != State.SHIPPED, SaleRejection.ALREADY_SHIPPED);
        require(state == State.CONFIRMED, SaleRejection.NOT_CONFIRMED);
        shelf.requireShippable(
                MessageMetadata.caller(message),
                id,
                lines,
                command.shippedOn(),
                terms.earliestExpiry(command.shippedOn()));
        apply(new SaleShipped(id, terms.buyer(), lines, command.carrier(), command.tracking(), command.shippedOn()));
    }

    @EventSourcingHandler
    void evolve(SaleShipped event) {
        state = State.SHIPPED;
        shippedOn = event.shippedOn();
        owed = price(event.lines());
    }

    private static Money price(List<SaleLine> lines) {
        return lines.stream().map(SaleLine::price).reduce(Money::plus).orElseThrow();
    }

    @CommandHandler
    void decide(DeliverSale command) {
        requireShippedBy(command.deliveredOn());
        require(!steps.contains(SaleStep.DELIVERED), SaleRejection.ALREADY_DELIVERED);
        apply(new SaleDelivered(id, command.deliveredOn()));
    }

    private void requireShippedBy(LocalDate day) {
        require(state != State.OVER, SaleRejection.OVER);
        require(state == State.SHIPPED, SaleRejection.NOT_SHIPPED);
        require(!day.isBefore(shippedOn), SaleRejection.BEFORE_SHIPPED);
    }

    @EventSourcingHandler
    void evolve(SaleDelivered event) {
        steps.add(SaleStep.DELIVERED);
    }

    @CommandHandler
    void decide(RecordInspection command) {
        requireShippedBy(command.inspectedOn());
        require(!inspected, SaleRejection.ALREADY_INSPECTED);
        require(
                command.lines().stream().map(InspectedLine::lotId).distinct().count()
                        == command.lines().size(),
                SaleRejection.LOT_TWICE);
        command.lines().forEach(this::requirePossible);
        require(deducted(command.lines()).isAtMost(owed), SaleRejection.DEDUCTION_ABOVE_OWED);
        apply(new BuyerInspected(id, command.lines(), command.inspectedOn()));
    }

    private void requirePossible(InspectedLine found) {
        SaleLine line = lines.stream()
                .filter(each -> each.lotId().equals(found.lotId()))
                .findFirst()
                .orElseThrow(() -> new CommandRejected(SaleRejection.NO_SUCH_LINE));
        require(found.rejected() >= 0 && found.rejected() <= line.quantity(), SaleRejection.REJECTED_ABOVE_SOLD);
        Money rejected = line.price().share(found.rejected(), line.quantity());
        require(rejected.isAtMost(found.deducted()), SaleRejection.DEDUCTION_BELOW_REJECTED);
        require(found.deducted().isAtMost(line.price()), SaleRejection.DEDUCTION_ABOVE_PRICE);
    }

    private Money deducted(List<InspectedLine> lines) {
        return lines.stream().map(InspectedLine::deducted).reduce(Money.zero(owed.currency()), Money::plus);
    }

    @EventSourcingHandler
    void evolve(BuyerInspected event) {
        inspected = true;
        owed = owed.minus(deducted(event.lines()));
    }

    @CommandHandler
    void decide(InvoiceSale command) {
        requireShippedBy(command.invoicedOn());
        require(!invoiced, SaleRejection.ALREADY_INVOICED);
        LocalDate dueOn =
                command.dueOn() == null ? command.invoicedOn().plusDays(terms.paymentDays()) : command.dueOn();
        require(!dueOn.isBefore(command.invoicedOn()), SaleRejection.DUE_BEFORE_INVOICED);
        apply(new SaleInvoiced(id, command.invoicedOn(), dueOn));
    }

    @EventSourcingHandler
    void evolve(SaleInvoiced event) {
        invoiced = true;
    }

    @CommandHandler
    void decide(RecordReceipt command) {
        if (receipts.containsKey(command.receiptId()) || undoneReceipts.contains(command.receiptId())) {
            return;
        }
        require(state != State.OVER, SaleRejection.OVER);
        require(invoiced, SaleRejection.NOT_INVOICED);
        require(command.amount().isPositive(), SaleRejection.RECEIPT_NOT_POSITIVE);
        require(command.amount().isAtMost(owed), SaleRejection.RECEIPT_ABOVE_OWED);
        apply(new ReceiptRecorded(
                id,
                command.receiptId(),
                command.amount(),
                command.method(),
                AccountId.of(id.tenantId(), id.tenantId().value()),
                command.reference(),
                command.receivedOn()));
    }

    @EventSourcingHandler
    void evolve(ReceiptRecorded event) {
        receipts.put(event.receiptId(), event.amount());
        owed = owed.minus(event.amount());
    }

    @CommandHandler
    void decide(RecordWholeReceipt command) {
        require(!invoiced || owed.isPositive(), SaleRejection.NOTHING_OWED);
        decide(new RecordReceipt(
                id, command.receiptId(), invoiced ? owed : price(lines), command.method(), null, command.receivedOn()));
    }

    @CommandHandler
    void decide(UndoReceipt command) {
        require(state != State.OVER, SaleRejection.OVER);
        Money amount = receipts.get(command.receiptId());
        if (amount == null) {
            throw new CommandRejected(SaleRejection.NO_SUCH_RECEIPT);
        }
        apply(new ReceiptUndone(id, command.receiptId(), amount, command.undoneOn()));
    }

    @EventSourcingHandler
    void evolve(ReceiptUndone event) {
        undoneReceipts.add(event.receiptId());
        receipts.remove(event.receiptId());
        owed = owed.plus(event.amount());
    }

    @CommandHandler
    void decide(CloseSale command) {
        requireShippedBy(command.closedOn());
        require(invoiced && !owed.isPositive(), SaleRejection.NOT_PAID);
        apply(new SaleClosed(id, command.closedOn()));
    }

    @EventSourcingHandler
    void evolve(SaleClosed event) {
        state = State.OVER;
        steps.add(SaleStep.CLOSED);
    }

    @CommandHandler
    void decide(CancelSale command) {
        require(state != State.SHIPPED, SaleRejection.ALREADY_SHIPPED);
        require(state != State.OVER, SaleRejection.OVER);
        apply(new SaleCancelled(id, lines, command.cancelledOn()));
    }

    @EventSourcingHandler
    void evolve(SaleCancelled event) {
        state = State.OVER;
        steps.add(SaleStep.CANCELLED);
    }

    @CommandHandler
    void decide(TakeStepBack command) {
        require(steps.contains(command.step()), SaleRejection.STEP_NOT_TAKEN);
        switch (command.step()) {
            case OFFERED -> require(state == State.DRAFT, SaleRejection.NOT_A_DRAFT);
            case PACKED -> require(state == State.CONFIRMED, SaleRejection.ALREADY_SHIPPED);
            case DELIVERED -> require(state == State.SHIPPED, SaleRejection.OVER);
            case CLOSED, CANCELLED -> {
                // The last thing that happened to it.
            }
        }
        apply(new SaleStepTakenBack(id, command.step()));
    }

    @EventSourcingHandler
    void evolve(SaleStepTakenBack event) {
        steps.remove(event.step());
        switch (event.step()) {
            case CLOSED -> state = State.SHIPPED;
            case CANCELLED -> becomeDraft();
            case OFFERED, PACKED, DELIVERED -> {
                // It stays what it is: only what was said of it is gone.
            }
        }
    }

    private void becomeDraft() {
        state = State.DRAFT;
        steps.clear();
    }

    /** A lot tells of every sale of its boxes: of those that were put together here, too. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordSale command) {
        if (id != null) {
            return;
        }
        apply(new SaleRecorded(command.saleId(), command.buyer(), List.of(command.line()), command.soldOn()));
    }

    @EventSourcingHandler
    void evolve(SaleRecorded event) {
        id = event.saleId();
        state = State.OVER;
        lines = event.lines();
        recorded = true;
    }

    @CommandHandler
    void decide(TakeBackSale command) {
        require(recorded, SaleRejection.NOT_RECORDED);
        apply(new SaleTakenBack(id));
    }

    @EventSourcingHandler
    void evolve(SaleTakenBack event) {
        recorded = false;
        lines = List.of();
    }

    @Override
    protected SaleId id() {
        return id;
    }
}
