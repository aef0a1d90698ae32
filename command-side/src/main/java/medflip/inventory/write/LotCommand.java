package medflip.inventory.write;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ProductId;
import medflip.deals.events.DealId;
import medflip.inventory.events.CountReason;
import medflip.inventory.events.HoldReason;
import medflip.inventory.events.LotEvent.SplitOff;
import medflip.inventory.events.LotId;
import medflip.inventory.events.WriteOffReason;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/** What can be asked of a lot. */
public sealed interface LotCommand extends Command {
    LotId lotId();

    @Override
    default LotId aggregateId() {
        return lotId();
    }

    /** Puts boxes on the shelf; a lot that is there already stays as it is. */
    record StockLot(
            LotId lotId,
            DealId dealId,
            ProductId productId,
            String item,
            YearMonth expiry,
            Grade grade,
            int quantity,
            Money landedCost,
            LocalDate stockedOn,
            @Nullable String lotNumber,
            @Nullable String location,
            @Nullable SplitOff splitOff)
            implements LotCommand {}

    /** Makes some boxes a lot of their own, of another condition or at another place. */
    record SplitLot(
            LotId lotId,
            LotId partId,
            int quantity,
            Grade grade,
            @Nullable String location,
            LocalDate splitOn) implements LotCommand {}

    /** Undoes a split: the part's boxes go back to where they came from. */
    record RejoinPart(LotId lotId, LocalDate rejoinedOn) implements LotCommand {}

    /** Takes a part's boxes back. The same part again changes nothing. */
    record TakePartBack(LotId lotId, LotId partId, int quantity, Money landedCost, LocalDate takenBackOn)
            implements LotCommand {}

    /** Puts the lot elsewhere; null where it has no place of its own. */
    record MoveLot(LotId lotId, @Nullable String location) implements LotCommand {}

    /** Judges the boxes' condition anew. */
    record RegradeLot(LotId lotId, Grade grade) implements LotCommand {}

    /** Notes what is printed on the boxes. */
    record CorrectLabel(LotId lotId, @Nullable String lotNumber, YearMonth expiry) implements LotCommand {}

    /** Says how many boxes are really there. The reason is needed where the books say otherwise. */
    record CountLot(
            LotId lotId,
            int counted,
            @Nullable CountReason reason,
            @Nullable PersonalText note,
            LocalDate countedOn) implements LotCommand {}

    /**
     * Undoes a count that found boxes: so many are off the shelf again, with the cost that they came at, which isn't
     * the others' share.
     */
    record UndoFind(LotId lotId, int boxes, Money landedCost, LocalDate undoneOn) implements LotCommand {}

    /** Takes boxes off the shelf without a sale. The same write-off id again changes nothing. */
    record WriteOffBoxes(
            LotId lotId,
            UUID writeOffId,
            int quantity,
            WriteOffReason reason,
            @Nullable PersonalText note,
            LocalDate writtenOffOn)
            implements LotCommand {}

    /** Takes all that is left of the lot off the shelf. The same write-off id again changes nothing. */
    record WriteOffLot(
            LotId lotId,
            UUID writeOffId,
            WriteOffReason reason,
            @Nullable PersonalText note,
            LocalDate writtenOffOn) implements LotCommand {}

    /** Puts the boxes of a write-off back. */
    record UndoWriteOff(LotId lotId, UUID writeOffId, LocalDate undoneOn) implements LotCommand {}

    /** Lets nothing of the lot be sold. */
    record HoldLot(LotId lotId, HoldReason reason, @Nullable PersonalText note) implements LotCommand {}

    /** Lets the lot be sold again. */
    record ReleaseHold(LotId lotId) implements LotCommand {}

    /**
     * Keeps so many boxes for a sale, instead of what was kept for it before. They must be good on the day they ship,
     * and expire no earlier than in {@code earliestExpiry}.
     */
    record SetBoxesAside(LotId lotId, UUID saleId, int quantity, LocalDate shipOn, YearMonth earliestExpiry)
            implements LotCommand {}

    /** Lets go of what is kept for a sale; nothing happens if nothing is. */
    record ReleaseBoxes(LotId lotId, UUID saleId) implements LotCommand {}

    /** Asks whether the boxes that are kept for a sale may leave on a day. Changes nothing. */
    record CheckBoxes(LotId lotId, UUID saleId, int quantity, LocalDate shipOn, YearMonth earliestExpiry)
            implements LotCommand {}

    /** Books what a buyer found in a sale's boxes. The same sale again changes nothing. */
    record AdjustSoldBoxes(LotId lotId, UUID saleId, int returned, boolean lost, Money deducted, LocalDate adjustedOn)
            implements LotCommand {}

    /** Sells boxes on. {@code proceeds} is for all of them. The same sale id again changes nothing. */
    record SellLot(LotId lotId, UUID saleId, String buyer, int quantity, Money proceeds, LocalDate soldOn)
            implements LotCommand {}

    /** Undoes that boxes of a purchase from before the books were stocked, and sold on as they came. */
    record TakeBackLot(LotId lotId) implements LotCommand {}
}
