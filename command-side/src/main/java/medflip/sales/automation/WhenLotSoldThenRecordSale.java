package medflip.sales.automation;

import medflip.inventory.events.LotEvent.LotSold;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.write.SaleCommand.RecordSale;
import org.axonframework.eventhandling.EventHandler;

/** Boxes that a lot sold in one step are a sale as well: over the counter, or one from before the books. */
@Automation(processingGroup = "sales.record-sales")
class WhenLotSoldThenRecordSale {

    private final Commands commands;

    WhenLotSoldThenRecordSale(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(LotSold event) {
        commands.send(
                Caller.automation(event.lotId().tenantId(), "record-sales"),
                new RecordSale(
                        SaleId.of(event.lotId().tenantId(), event.saleId()),
                        event.buyer(),
                        new SaleLine(event.lotId(), event.quantity(), event.proceeds()),
                        event.soldOn()));
    }
}
