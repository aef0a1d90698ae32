package medflip.inventory.automation;

import medflip.inventory.write.LotCommand.ReleaseBoxes;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import medflip.sales.events.SaleEvent.SaleRevised;
import org.axonframework.eventhandling.EventHandler;

/** Boxes of a lot that was taken out of a draft are free, should any be kept for it. */
@Automation(processingGroup = "inventory.release-dropped")
class WhenSaleRevisedThenReleaseBoxes {

    private final Commands commands;

    WhenSaleRevisedThenReleaseBoxes(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(SaleRevised event) {
        Caller caller = Caller.automation(event.saleId().tenantId(), "release-dropped");
        event.dropped()
                .forEach(lot -> commands.send(
                        caller, new ReleaseBoxes(lot, event.saleId().local())));
    }
}
