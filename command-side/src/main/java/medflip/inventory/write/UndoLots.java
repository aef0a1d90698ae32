package medflip.inventory.write;

import static medflip.platform.command.Rejection.require;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import medflip.inventory.events.CountReason;
import medflip.inventory.events.LotEvent;
import medflip.inventory.events.LotEvent.BoxesReleased;
import medflip.inventory.events.LotEvent.BoxesSetAside;
import medflip.inventory.events.LotEvent.HoldReleased;
import medflip.inventory.events.LotEvent.LabelCorrected;
import medflip.inventory.events.LotEvent.LotCounted;
import medflip.inventory.events.LotEvent.LotHeld;
import medflip.inventory.events.LotEvent.LotMoved;
import medflip.inventory.events.LotEvent.LotRegraded;
import medflip.inventory.events.LotEvent.LotSplit;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotEvent.LotWrittenOff;
import medflip.inventory.events.LotEvent.WriteOffUndone;
import medflip.inventory.events.LotId;
import medflip.inventory.write.LotCommand.CorrectLabel;
import medflip.inventory.write.LotCommand.CountLot;
import medflip.inventory.write.LotCommand.HoldLot;
import medflip.inventory.write.LotCommand.MoveLot;
import medflip.inventory.write.LotCommand.RegradeLot;
import medflip.inventory.write.LotCommand.RejoinPart;
import medflip.inventory.write.LotCommand.ReleaseHold;
import medflip.inventory.write.LotCommand.UndoFind;
import medflip.inventory.write.LotCommand.UndoWriteOff;
import medflip.inventory.write.LotCommand.WriteOffBoxes;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.PastFact;
import medflip.platform.command.UndoRejection;
import medflip.platform.command.Undoing;
import medflip.platform.tenancy.BusinessCalendar;
import org.springframework.stereotype.Component;

/** The way back from what was done to boxes on the shelf. */
@Component
class UndoLots implements Undoing<LotEvent> {

    private final BusinessCalendar calendar;

    UndoLots(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public Class<LotEvent> family() {
        return LotEvent.class;
    }

    @Override
    public Command undo(PastFact<LotEvent> past) {
        LotId id = past.fact().lotId();
        LocalDate today = calendar.today(id.tenantId());
        return switch (past.fact()) {
            case LotStocked stocked -> throw new CommandRejected(UndoRejection.A_BEGINNING);
            case LotMoved moved -> {
                past.requireLast(LotMoved.class::isInstance);
                yield new MoveLot(id, moved.from());
            }
            case LotRegraded regraded -> {
                past.requireLast(LotRegraded.class::isInstance);
                yield new RegradeLot(id, regraded.from());
            }
            case LabelCorrected corrected -> {
                past.requireLast(LabelCorrected.class::isInstance);
                yield labelled(past);
            }
            case LotHeld held -> {
                past.requireLast(HoldReleased.class::isInstance);
                yield new ReleaseHold(id);
            }
            case HoldReleased released -> {
                LotHeld held = past.earlier(LotHeld.class).orElseThrow();
                yield new HoldLot(id, held.reason(), held.note());
            }
            case LotSplit split -> new RejoinPart(split.partId(), today);
            case LotWrittenOff writtenOff -> {
                require(
                        past.after().stream().noneMatch(event -> isUndoing(event, writtenOff.writeOffId())),
                        UndoRejection.UNDONE_ALREADY);
                yield new UndoWriteOff(id, writtenOff.writeOffId(), today);
            }
            // The same boxes with the same cost, if none has moved since.
            case WriteOffUndone undone -> {
                past.requireLast(UndoLots::changesHowMany);
                LotWrittenOff writtenOff = (LotWrittenOff) past.earlier(event -> event instanceof LotWrittenOff former
                                && former.writeOffId().equals(undone.writeOffId()))
                        .orElseThrow();
                yield new WriteOffBoxes(
                        id,
                        again(undone.writeOffId()),
                        undone.quantity(),
                        writtenOff.reason(),
                        writtenOff.note(),
                        today);
            }
            // Boxes that a count missed are there again, at their cost; if none has moved since, so many are known to
            // be.
            case LotCounted counted
            when counted.difference() < 0 -> {
                past.requireLast(UndoLots::changesHowMany);
                yield new CountLot(id, counted.counted() - counted.difference(), CountReason.MISCOUNTED, null, today);
            }
            case LotCounted counted
            when counted.difference() > 0 -> {
                past.requireLast(UndoLots::changesHowMany);
                yield new UndoFind(id, counted.difference(), counted.landedCost(), today);
            }
            case LotCounted counted -> throw new CommandRejected(UndoRejection.NO_WAY_BACK);
            default -> throw new CommandRejected(UndoRejection.NO_WAY_BACK);
        };
    }

    private static boolean isUndoing(LotEvent event, UUID writeOff) {
        return event instanceof WriteOffUndone undone && undone.writeOffId().equals(writeOff);
    }

    /** The id of a write-off that holds after all: always the same for the one that was undone. */
    private static UUID again(UUID writeOff) {
        return UUID.nameUUIDFromBytes((writeOff + "/again").getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean changesHowMany(LotEvent event) {
        return switch (event) {
            case LotMoved moved -> false;
            case LotRegraded regraded -> false;
            case LabelCorrected corrected -> false;
            case LotHeld held -> false;
            case HoldReleased released -> false;
            case BoxesSetAside aside -> false;
            case BoxesReleased released -> false;
            default -> true;
        };
    }

    private static Command labelled(PastFact<LotEvent> past) {
        LotId id = past.fact().lotId();
        LotEvent before = past.earlier(event -> event instanceof LabelCorrected || event instanceof LotStocked)
                .orElseThrow();
        return switch (before) {
            case LabelCorrected label -> new CorrectLabel(id, label.lotNumber(), label.expiry());
            case LotStocked stocked -> new CorrectLabel(id, stocked.lotNumber(), stocked.expiry());
            default -> throw new IllegalStateException("Not about a label: " + before);
        };
    }
}
