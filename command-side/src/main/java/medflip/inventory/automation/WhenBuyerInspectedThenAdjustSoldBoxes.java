package medflip.inventory.automation;

import medflip.inventory.write.LotCommand.AdjustSoldBoxes;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import medflip.sales.events.RejectedBoxes;
import medflip.sales.events.SaleEvent.BuyerInspected;
import org.axonframework.eventhandling.EventHandler;

/** What a buyer deducted and rejected is booked where the boxes came from. */
@Automation(processingGroup = "inventory.adjust-inspected")
class WhenBuyerInspectedThenAdjustSoldBoxes {

    private final Commands commands;

    WhenBuyerInspectedThenAdjustSoldBoxes(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(BuyerInspected event) {
        Caller caller = Caller.automation(event.saleId().tenantId(), "adjust-inspected");
        event.lines()
                .forEach(line -> commands.send(
                        caller,
                        new AdjustSoldBoxes(
                                line.lotId(),
                                event.saleId().local(),
                                line.rejected(),
                                line.fate() == RejectedBoxes.WRITTEN_OFF,
                                line.deducted(),
                                event.inspectedOn())));
    }
}
