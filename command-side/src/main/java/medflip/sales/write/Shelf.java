package medflip.sales.write;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import medflip.inventory.events.LotId;
import medflip.inventory.write.LotCommand.CheckBoxes;
import medflip.inventory.write.LotCommand.ReleaseBoxes;
import medflip.inventory.write.LotCommand.SetBoxesAside;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * The lots, as a sale asks them. Each lot alone knows what is free, so it answers for its own boxes; asking it the same
 * again changes nothing. A process that dies between two lots leaves boxes set aside for a sale that is still a draft
 * and names them: confirming it again takes up from there, revising or cancelling it frees them.
 */
@Component
class Shelf {

    private final Commands commands;

    Shelf(Commands commands) {
        this.commands = commands;
    }

    /**
     * Has the boxes of all lines set aside, or of none.
     *
     * @throws CommandRejected with the reason of the lot that refuses
     */
    void setAside(Caller caller, SaleId sale, List<SaleLine> lines, LocalDate shipOn, YearMonth earliestExpiry) {
        List<LotId> asked = new ArrayList<>();
        CurrentUnitOfWork.ifStarted(unit -> unit.onRollback(failed -> release(caller, sale, asked)));
        for (SaleLine line : lines) {
            asked.add(line.lotId());
            commands.send(
                    caller, new SetBoxesAside(line.lotId(), sale.local(), line.quantity(), shipOn, earliestExpiry));
        }
    }

    private void release(Caller caller, SaleId sale, List<LotId> lots) {
        for (LotId lot : lots) {
            try {
                commands.send(caller, new ReleaseBoxes(lot, sale.local()));
            } catch (CommandRejected absent) {
                // A lot that isn't there keeps nothing, and the others must let go all the same.
            }
        }
    }

    /** @throws CommandRejected with the reason of the first lot whose boxes can't leave on that day */
    void requireShippable(Caller caller, SaleId sale, List<SaleLine> lines, LocalDate day, YearMonth earliestExpiry) {
        lines.forEach(line -> commands.send(
                caller, new CheckBoxes(line.lotId(), sale.local(), line.quantity(), day, earliestExpiry)));
    }
}
