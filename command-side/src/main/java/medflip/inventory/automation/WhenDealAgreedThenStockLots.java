package medflip.inventory.automation;

import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.ReceivedLine;
import medflip.inventory.events.LotId;
import medflip.inventory.write.LotCommand.StockLot;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import org.axonframework.eventhandling.EventHandler;

/** Bought boxes go on the shelf, a lot for each line. */
@Automation(processingGroup = "inventory.stock-lots")
class WhenDealAgreedThenStockLots {

    private final Commands commands;

    WhenDealAgreedThenStockLots(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(DealAgreed event) {
        Caller caller = Caller.automation(event.dealId().tenantId(), "stock-lots");
        for (ReceivedLine line : event.lines()) {
            commands.send(
                    caller,
                    new StockLot(
                            LotId.of(event.dealId(), line.line()),
                            event.dealId(),
                            line.productId(),
                            line.item(),
                            line.expiry(),
                            line.grade(),
                            line.quantity(),
                            line.landedCost(),
                            event.agreedOn(),
                            null,
                            null,
                            null));
        }
    }
}
