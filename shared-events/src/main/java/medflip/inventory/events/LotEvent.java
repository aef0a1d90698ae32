package medflip.inventory.events;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ProductId;
import medflip.deals.events.DealId;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a lot. Each fact names the deal that the boxes came by. */
public sealed interface LotEvent extends DomainEvent {
    LotId lotId();

    DealId dealId();

    @Override
    default LotId aggregateId() {
        return lotId();
    }

    /** Which lot a part was split off, on which day; {@code root} is the lot that the deal's line became. */
    record SplitOff(LotId from, LotId root, LocalDate on) {}

    /**
     * Boxes went on the shelf: received ones, or a part of another lot. {@code landedCost} is for all of them,
     * {@code stockedOn} the day when they first came on the shelf.
     */
    record LotStocked(
            LotId lotId,
            DealId dealId,
            ProductId productId,
            @NotPersonal("an item of the catalog") String item,
            YearMonth expiry,
            Grade grade,
            int quantity,
            Money landedCost,
            LocalDate stockedOn,
            @NotPersonal("printed on the box") @Nullable String lotNumber,

            @NotPersonal("a place in the stockroom") @Nullable
            String location,

            @Nullable SplitOff splitOff)
            implements LotEvent {}

    /** Some boxes of the lot became a lot of their own, as described here; {@code landedCost} goes with them. */
    record LotSplit(
            LotId lotId,
            DealId dealId,
            LotId partId,
            LotId root,
            ProductId productId,
            @NotPersonal("an item of the catalog") String item,
            YearMonth expiry,
            Grade grade,
            int quantity,
            Money landedCost,
            LocalDate stockedOn,
            @NotPersonal("printed on the box") @Nullable String lotNumber,

            @NotPersonal("a place in the stockroom") @Nullable
            String location,

            LocalDate splitOn)
            implements LotEvent {}

    /** A split was undone: all boxes of this part go back to the lot they were split off. */
    record PartRejoined(LotId lotId, DealId dealId, LotId intoId, int quantity, Money landedCost, LocalDate rejoinedOn)
            implements LotEvent {}

    /** Boxes of a part are in this lot again, with their cost. */
    record PartTakenBack(
            LotId lotId, DealId dealId, LotId partId, int quantity, Money landedCost, LocalDate takenBackOn)
            implements LotEvent {}

    /** The lot stands elsewhere now. */
    record LotMoved(
            LotId lotId,
            DealId dealId,

            @NotPersonal("a place in the stockroom") @Nullable
            String from,

            @NotPersonal("a place in the stockroom") @Nullable
            String to)
            implements LotEvent {}

    /** The boxes' condition was judged anew. */
    record LotRegraded(LotId lotId, DealId dealId, Grade from, Grade to) implements LotEvent {}

    /** What is printed on the boxes was read again. */
    record LabelCorrected(
            LotId lotId,
            DealId dealId,
            @NotPersonal("printed on the box") @Nullable String lotNumber,
            YearMonth expiry) implements LotEvent {}

    /**
     * The boxes were counted. {@code difference} is what was found beyond the books, or below zero what was missing;
     * {@code landedCost} has its sign, and {@code reason} is there where the two differ.
     */
    record LotCounted(
            LotId lotId,
            DealId dealId,
            int counted,
            int difference,
            Money landedCost,
            @Nullable CountReason reason,
            AccountId accountId,
            @PersonalData("inventory.count-note") @Nullable PersonalText note,
            LocalDate countedOn)
            implements LotEvent {}

    /** Boxes left the shelf without a sale; their cost is lost. */
    record LotWrittenOff(
            LotId lotId,
            DealId dealId,
            UUID writeOffId,
            int quantity,
            Money landedCost,
            WriteOffReason reason,
            AccountId accountId,

            @PersonalData("inventory.write-off-note") @Nullable
            PersonalText note,

            LocalDate writtenOffOn)
            implements LotEvent {}

    /** A write-off was a mistake: its boxes are on the shelf again, with their cost. */
    record WriteOffUndone(
            LotId lotId, DealId dealId, UUID writeOffId, int quantity, Money landedCost, LocalDate undoneOn)
            implements LotEvent {}

    /** Nothing of the lot may be sold until further notice. */
    record LotHeld(
            LotId lotId,
            DealId dealId,
            HoldReason reason,
            AccountId accountId,
            @PersonalData("inventory.hold-note") @Nullable PersonalText note)
            implements LotEvent {}

    /** The lot may be sold again. */
    record HoldReleased(LotId lotId, DealId dealId) implements LotEvent {}

    /** So many boxes are kept for a sale; nobody else can have them. */
    record BoxesSetAside(LotId lotId, DealId dealId, UUID saleId, int quantity) implements LotEvent {}

    /** The boxes that were kept for a sale are free again. */
    record BoxesReleased(LotId lotId, DealId dealId, UUID saleId, int quantity) implements LotEvent {}

    /** Boxes of the lot were sold on. {@code landedCost} is the sold boxes' share; profit is proceeds less it. */
    record LotSold(
            LotId lotId,
            UUID saleId,
            DealId dealId,
            ProductId productId,
            @NotPersonal("an item of the catalog") String item,
            @NotPersonal("a wholesale buyer is a company") String buyer,
            int quantity,
            Money proceeds,
            Money landedCost,
            LocalDate soldOn)
            implements LotEvent {}

    /**
     * The buyer found something: {@code deducted} comes off the proceeds, and {@code returned} boxes are on the shelf
     * again with their {@code landedCost}, which is no longer a cost of the sale.
     */
    record SoldBoxesAdjusted(
            LotId lotId,
            UUID saleId,
            DealId dealId,
            ProductId productId,
            @NotPersonal("an item of the catalog") String item,
            int returned,
            Money deducted,
            Money landedCost,
            LocalDate adjustedOn)
            implements LotEvent {}

    /** The import that brought the boxes was undone: they never lay here, and were never sold from here. */
    record LotTakenBack(LotId lotId, DealId dealId) implements LotEvent {}
}
