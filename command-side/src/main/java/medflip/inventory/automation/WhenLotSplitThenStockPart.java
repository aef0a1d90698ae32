package medflip.inventory.automation;

import medflip.inventory.events.LotEvent.LotSplit;
import medflip.inventory.events.LotEvent.SplitOff;
import medflip.inventory.write.LotCommand.StockLot;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import org.axonframework.eventhandling.EventHandler;

/** Boxes that were split off a lot become a lot. */
@Automation(processingGroup = "inventory.stock-parts")
class WhenLotSplitThenStockPart {

    private final Commands commands;

    WhenLotSplitThenStockPart(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(LotSplit event) {
        commands.send(
                Caller.automation(event.lotId().tenantId(), "stock-parts"),
                new StockLot(
                        event.partId(),
                        event.dealId(),
                        event.productId(),
                        event.item(),
                        event.expiry(),
                        event.grade(),
                        event.quantity(),
                        event.landedCost(),
                        event.stockedOn(),
                        event.lotNumber(),
                        event.location(),
                        new SplitOff(event.lotId(), event.root(), event.splitOn())));
    }
}
