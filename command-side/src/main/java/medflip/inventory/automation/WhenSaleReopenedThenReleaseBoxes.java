package medflip.inventory.automation;

import medflip.inventory.write.LotCommand.ReleaseBoxes;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import medflip.sales.events.SaleEvent.SaleReopened;
import org.axonframework.eventhandling.EventHandler;

/** Boxes of a sale that is a draft again are free for others. */
@Automation(processingGroup = "inventory.release-reopened")
class WhenSaleReopenedThenReleaseBoxes {

    private final Commands commands;

    WhenSaleReopenedThenReleaseBoxes(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(SaleReopened event) {
        Caller caller = Caller.automation(event.saleId().tenantId(), "release-reopened");
        event.lines()
                .forEach(line -> commands.send(
                        caller, new ReleaseBoxes(line.lotId(), event.saleId().local())));
    }
}
