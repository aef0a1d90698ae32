package medflip.inventory.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ProductId;
import medflip.deals.events.DealId;
import medflip.inventory.events.CountReason;
import medflip.inventory.events.LotEvent.BoxesReleased;
import medflip.inventory.events.LotEvent.BoxesSetAside;
import medflip.inventory.events.LotEvent.HoldReleased;
import medflip.inventory.events.LotEvent.LabelCorrected;
import medflip.inventory.events.LotEvent.LotCounted;
import medflip.inventory.events.LotEvent.LotHeld;
import medflip.inventory.events.LotEvent.LotMoved;
import medflip.inventory.events.LotEvent.LotRegraded;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotSplit;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotEvent.LotTakenBack;
import medflip.inventory.events.LotEvent.LotWrittenOff;
import medflip.inventory.events.LotEvent.PartRejoined;
import medflip.inventory.events.LotEvent.PartTakenBack;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.inventory.events.LotEvent.SplitOff;
import medflip.inventory.events.LotEvent.WriteOffUndone;
import medflip.inventory.events.LotId;
import medflip.inventory.events.WriteOffReason;
import medflip.inventory.write.LotCommand.AdjustSoldBoxes;
import medflip.inventory.write.LotCommand.CheckBoxes;
import medflip.inventory.write.LotCommand.CorrectLabel;
import medflip.inventory.write.LotCommand.CountLot;
import medflip.inventory.write.LotCommand.HoldLot;
import medflip.inventory.write.LotCommand.MoveLot;
import medflip.inventory.write.LotCommand.RegradeLot;
import medflip.inventory.write.LotCommand.RejoinPart;
import medflip.inventory.write.LotCommand.ReleaseBoxes;
import medflip.inventory.write.LotCommand.ReleaseHold;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.SetBoxesAside;
import medflip.inventory.write.LotCommand.SplitLot;
import medflip.inventory.write.LotCommand.StockLot;
import medflip.inventory.write.LotCommand.TakeBackLot;
import medflip.inventory.write.LotCommand.TakePartBack;
import medflip.inventory.write.LotCommand.UndoFind;
import medflip.inventory.write.LotCommand.UndoWriteOff;
import medflip.inventory.write.LotCommand.WriteOffBoxes;
import medflip.inventory.write.LotCommand.WriteOffLot;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Boxes of one item from one line of a deal, of one condition and at one place. Each lot knows its deal: costing is by
 * specific identification.
 */
@Aggregate(cache = "aggregateCache")
class Lot extends TenantAggregate {

    @AggregateIdentifier
    private LotId id;

    private DealId dealId;
    private ProductId productId;
    private String item;
    private YearMonth expiry;
    private Grade grade;
    private LocalDate stockedOn;
    private @Nullable String lotNumber;
    private @Nullable String location;
    private @Nullable SplitOff splitOff;
    private boolean rejoined;
    private boolean held;
    private Boxes onHand;
    /** What counts found missing, until counts find it again. */
    private Boxes missing;

    private final Map<UUID, Boxes> writeOffs = new HashMap<>();
    private final Set<UUID> undoneWriteOffs = new HashSet<>();
    /** How many boxes are kept for each sale. */
    private final Map<UUID, Integer> setAside = new HashMap<>();

    private final Map<UUID, Boxes> sold = new HashMap<>();
    private final Set<UUID> adjustedSales = new HashSet<>();
    private final Set<LotId> partsTakenBack = new HashSet<>();

    Lot() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(StockLot command) {
        if (id != null) {
            return;
        }
        apply(new LotStocked(
                command.lotId(),
                command.dealId(),
                command.productId(),
                command.item(),
                command.expiry(),
                command.grade(),
                command.quantity(),
                command.landedCost(),
                command.stockedOn(),
                command.lotNumber(),
                command.location(),
                command.splitOff()));
    }

    @EventSourcingHandler
    void evolve(LotStocked event) {
        id = event.lotId();
        dealId = event.dealId();
        productId = event.productId();
        item = event.item();
        expiry = event.expiry();
        grade = event.grade();
        stockedOn = event.stockedOn();
        lotNumber = event.lotNumber();
        location = event.location();
        splitOff = event.splitOff();
        onHand = new Boxes(event.quantity(), event.landedCost());
        missing = Boxes.none(event.landedCost().currency());
    }

    @CommandHandler
    void decide(SplitLot command) {
        require(!held, LotRejection.ON_HOLD);
        require(command.quantity() > 0, LotRejection.QUANTITY_NOT_POSITIVE);
        require(command.quantity() <= free(), LotRejection.NOT_ENOUGH_BOXES);
        require(command.quantity() < onHand.quantity(), LotRejection.WHOLE_LOT);
        requireStockedBy(command.splitOn());
        Boxes part = onHand.part(command.quantity());
        apply(new LotSplit(
                id,
                dealId,
                command.partId(),
                splitOff == null ? id : splitOff.root(),
                productId,
                item,
                expiry,
                command.grade(),
                part.quantity(),
                part.cost(),
                stockedOn,
                lotNumber,
                command.location(),
                command.splitOn()));
    }

    @EventSourcingHandler
    void evolve(LotSplit event) {
        onHand = onHand.minus(new Boxes(event.quantity(), event.landedCost()));
    }

    @CommandHandler
    void decide(RejoinPart command) {
        SplitOff from = splitOff;
        if (from == null) {
            throw new CommandRejected(LotRejection.NO_PART);
        }
        require(!rejoined, LotRejection.ALREADY_REJOINED);
        require(setAside.isEmpty(), LotRejection.SET_ASIDE);
        require(!held, LotRejection.ON_HOLD);
        require(onHand.quantity() > 0, LotRejection.NOT_ENOUGH_BOXES);
        requireStockedBy(command.rejoinedOn());
        apply(new PartRejoined(id, dealId, from.from(), onHand.quantity(), onHand.cost(), command.rejoinedOn()));
    }

    @EventSourcingHandler
    void evolve(PartRejoined event) {
        rejoined = true;
        onHand = onHand.minus(new Boxes(event.quantity(), event.landedCost()));
    }

    @CommandHandler
    void decide(TakePartBack command) {
        if (partsTakenBack.contains(command.partId())) {
            return;
        }
        apply(new PartTakenBack(
                id, dealId, command.partId(), command.quantity(), command.landedCost(), command.takenBackOn()));
    }

    @EventSourcingHandler
    void evolve(PartTakenBack event) {
        partsTakenBack.add(event.partId());
        onHand = onHand.plus(new Boxes(event.quantity(), event.landedCost()));
    }

    @CommandHandler
    void decide(MoveLot command) {
        require(!Objects.equals(location, command.location()), LotRejection.NOTHING_CHANGES);
        apply(new LotMoved(id, dealId, location, command.location()));
    }

    @EventSourcingHandler
    void evolve(LotMoved event) {
        location = event.to();
    }

    @CommandHandler
    void decide(RegradeLot command) {
        require(grade != command.grade(), LotRejection.NOTHING_CHANGES);
        apply(new LotRegraded(id, dealId, grade, command.grade()));
    }

    @EventSourcingHandler
    void evolve(LotRegraded event) {
        grade = event.to();
    }

    @CommandHandler
    void decide(CorrectLabel command) {
        require(
                !expiry.equals(command.expiry()) || !Objects.equals(lotNumber, command.lotNumber()),
                LotRejection.NOTHING_CHANGES);
        apply(new LabelCorrected(id, dealId, command.lotNumber(), command.expiry()));
    }

    @EventSourcingHandler
    void evolve(LabelCorrected event) {
        lotNumber = event.lotNumber();
        expiry = event.expiry();
    }

    @CommandHandler
    void decide(CountLot command) {
        require(command.counted() >= 0, LotRejection.COUNT_NEGATIVE);
        require(command.counted() >= onHand.quantity() - free(), LotRejection.SET_ASIDE);
        requireStockedBy(command.countedOn());
        int difference = command.counted() - onHand.quantity();
        require(difference == 0 || command.reason() != null, LotRejection.COUNT_REASON_MISSING);
        apply(new LotCounted(
                id,
                dealId,
                command.counted(),
                difference,
                difference < 0
                        ? onHand.part(-difference).cost().times(-1)
                        : found(difference).cost(),
                difference == 0 ? null : command.reason(),
                account(),
                command.note(),
                command.countedOn()));
    }

    @CommandHandler
    void decide(UndoFind command) {
        require(command.boxes() <= free(), LotRejection.NOT_ENOUGH_BOXES);
        requireStockedBy(command.undoneOn());
        apply(new LotCounted(
                id,
                dealId,
                onHand.quantity() - command.boxes(),
                -command.boxes(),
                command.landedCost().times(-1),
                CountReason.MISCOUNTED,
                account(),
                null,
                command.undoneOn()));
    }

    /** What was missed comes back at its cost; boxes beyond that cost nothing. */
    private Boxes found(int boxes) {
        return new Boxes(
                boxes, missing.part(Math.min(boxes, missing.quantity())).cost());
    }

    @EventSourcingHandler
    void evolve(LotCounted event) {
        Boxes difference = new Boxes(event.difference(), event.landedCost());
        onHand = onHand.plus(difference);
        missing = event.difference() <= missing.quantity()
                ? missing.minus(difference)
                : Boxes.none(event.landedCost().currency());
    }

    @CommandHandler
    void decide(WriteOffBoxes command) {
        if (writeOffs.containsKey(command.writeOffId()) || undoneWriteOffs.contains(command.writeOffId())) {
            return;
        }
        require(command.quantity() > 0, LotRejection.QUANTITY_NOT_POSITIVE);
        require(command.quantity() <= free(), LotRejection.NOT_ENOUGH_BOXES);
        requireStockedBy(command.writtenOffOn());
        Boxes lost = onHand.part(command.quantity());
        apply(new LotWrittenOff(
                id,
                dealId,
                command.writeOffId(),
                lost.quantity(),
                lost.cost(),
                command.reason(),
                account(),
                command.note(),
                command.writtenOffOn()));
    }

    @CommandHandler
    void decide(WriteOffLot command) {
        require(setAside.isEmpty(), LotRejection.SET_ASIDE);
        decide(new WriteOffBoxes(
                id, command.writeOffId(), onHand.quantity(), command.reason(), command.note(), command.writtenOffOn()));
    }

    @EventSourcingHandler
    void evolve(LotWrittenOff event) {
        Boxes lost = new Boxes(event.quantity(), event.landedCost());
        writeOffs.put(event.writeOffId(), lost);
        onHand = onHand.minus(lost);
    }

    @CommandHandler
    void decide(UndoWriteOff command) {
        Boxes lost = writeOffs.get(command.writeOffId());
        if (lost == null) {
            throw new CommandRejected(LotRejection.NO_SUCH_WRITE_OFF);
        }
        requireStockedBy(command.undoneOn());
        apply(new WriteOffUndone(id, dealId, command.writeOffId(), lost.quantity(), lost.cost(), command.undoneOn()));
    }

    @EventSourcingHandler
    void evolve(WriteOffUndone event) {
        writeOffs.remove(event.writeOffId());
        undoneWriteOffs.add(event.writeOffId());
        onHand = onHand.plus(new Boxes(event.quantity(), event.landedCost()));
    }

    @CommandHandler
    void decide(HoldLot command) {
        require(!held, LotRejection.ALREADY_ON_HOLD);
        apply(new LotHeld(id, dealId, command.reason(), account(), command.note()));
    }

    @EventSourcingHandler
    void evolve(LotHeld event) {
        held = true;
    }

    @CommandHandler
    void decide(ReleaseHold command) {
        require(held, LotRejection.NOT_ON_HOLD);
        apply(new HoldReleased(id, dealId));
    }

    @EventSourcingHandler
    void evolve(HoldReleased event) {
        held = false;
    }

    @CommandHandler
    void decide(SellLot command) {
        if (sold.containsKey(command.saleId())) {
            return;
        }
        require(command.quantity() > 0, LotRejection.QUANTITY_NOT_POSITIVE);
        require(!command.proceeds().isNegative(), LotRejection.PROCEEDS_NEGATIVE);
        // What is kept for the sale was judged when it shipped; a hold that came later comes too late.
        if (command.quantity() != setAside.getOrDefault(command.saleId(), 0)) {
            requireSellable(command.soldOn(), YearMonth.from(command.soldOn()));
            require(command.quantity() <= free(), LotRejection.NOT_ENOUGH_BOXES);
            requireStockedBy(command.soldOn());
        }
        Boxes going = onHand.part(command.quantity());
        apply(new LotSold(
                id,
                command.saleId(),
                dealId,
                productId,
                item,
                command.buyer(),
                going.quantity(),
                command.proceeds(),
                going.cost(),
                command.soldOn()));
    }

    @EventSourcingHandler
    void evolve(LotSold event) {
        Boxes gone = new Boxes(event.quantity(), event.landedCost());
        setAside.remove(event.saleId());
        sold.put(event.saleId(), gone);
        onHand = onHand.minus(gone);
    }

    /** As the boxes came, or sold as they came; whoever takes back has seen that nothing else happened. */
    @CommandHandler
    void decide(TakeBackLot command) {
        require(
                setAside.isEmpty()
                        && writeOffs.isEmpty()
                        && adjustedSales.isEmpty()
                        && partsTakenBack.isEmpty()
                        && missing.quantity() == 0
                        && splitOff == null,
                LotRejection.NOT_AS_IT_CAME);
        apply(new LotTakenBack(id, dealId));
    }

    @EventSourcingHandler
    void evolve(LotTakenBack event) {
        onHand = Boxes.none(onHand.cost().currency());
        missing = onHand;
        sold.clear();
    }

    @CommandHandler
    void decide(SetBoxesAside command) {
        int already = setAside.getOrDefault(command.saleId(), 0);
        require(command.quantity() > 0, LotRejection.QUANTITY_NOT_POSITIVE);
        requireSellable(command.shipOn(), command.earliestExpiry());
        require(command.quantity() - already <= free(), LotRejection.NOT_ENOUGH_BOXES);
        if (command.quantity() != already) {
            apply(new BoxesSetAside(id, dealId, command.saleId(), command.quantity()));
        }
    }

    @EventSourcingHandler
    void evolve(BoxesSetAside event) {
        setAside.put(event.saleId(), event.quantity());
    }

    @CommandHandler
    void decide(ReleaseBoxes command) {
        Integer kept = setAside.get(command.saleId());
        if (kept != null) {
            apply(new BoxesReleased(id, dealId, command.saleId(), kept));
        }
    }

    @EventSourcingHandler
    void evolve(BoxesReleased event) {
        setAside.remove(event.saleId());
    }

    @CommandHandler
    void decide(CheckBoxes command) {
        require(command.quantity() == setAside.getOrDefault(command.saleId(), 0), LotRejection.NOT_SET_ASIDE);
        requireSellable(command.shipOn(), command.earliestExpiry());
        requireStockedBy(command.shipOn());
    }

    @CommandHandler
    void decide(AdjustSoldBoxes command) {
        Boxes gone = sold.get(command.saleId());
        if (gone == null || adjustedSales.contains(command.saleId())) {
            return;
        }
        Boxes back = gone.part(command.returned());
        apply(new SoldBoxesAdjusted(
                id,
                command.saleId(),
                dealId,
                productId,
                item,
                back.quantity(),
                command.deducted(),
                back.cost(),
                command.adjustedOn()));
        if (command.lost() && back.quantity() > 0) {
            apply(new LotWrittenOff(
                    id,
                    dealId,
                    command.saleId(),
                    back.quantity(),
                    back.cost(),
                    WriteOffReason.DAMAGED,
                    account(),
                    null,
                    command.adjustedOn()));
        }
    }

    @EventSourcingHandler
    void evolve(SoldBoxesAdjusted event) {
        adjustedSales.add(event.saleId());
        onHand = onHand.plus(new Boxes(event.returned(), event.landedCost()));
    }

    private void requireSellable(LocalDate day, YearMonth earliestExpiry) {
        require(!held, LotRejection.ON_HOLD);
        require(!YearMonth.from(day).isAfter(expiry), LotRejection.EXPIRED);
        require(!expiry.isBefore(earliestExpiry), LotRejection.EXPIRES_TOO_SOON);
    }

    /** Boxes that are kept for no sale. */
    private int free() {
        return onHand.quantity()
                - setAside.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void requireStockedBy(LocalDate day) {
        LocalDate since = splitOff == null ? stockedOn : splitOff.on();
        require(!day.isBefore(since), LotRejection.BEFORE_STOCKED);
    }

    /** Whose key the notes about the stock are kept under: the business's own. */
    private AccountId account() {
        return AccountId.of(id.tenantId(), id.tenantId().value());
    }

    @Override
    protected LotId id() {
        return id;
    }
}
