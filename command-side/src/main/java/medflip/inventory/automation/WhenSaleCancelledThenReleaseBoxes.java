package medflip.inventory.automation;

import medflip.inventory.write.LotCommand.ReleaseBoxes;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import medflip.sales.events.SaleEvent.SaleCancelled;
import org.axonframework.eventhandling.EventHandler;

/** Boxes of a sale that was given up are free for others. */
@Automation(processingGroup = "inventory.release-cancelled")
class WhenSaleCancelledThenReleaseBoxes {

    private final Commands commands;

    WhenSaleCancelledThenReleaseBoxes(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(SaleCancelled event) {
        Caller caller = Caller.automation(event.saleId().tenantId(), "release-cancelled");
        event.lines()
                .forEach(line -> commands.send(
                        caller, new ReleaseBoxes(line.lotId(), event.saleId().local())));
    }
}
