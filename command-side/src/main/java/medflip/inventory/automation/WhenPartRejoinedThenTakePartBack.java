package medflip.inventory.automation;

import medflip.inventory.events.LotEvent.PartRejoined;
import medflip.inventory.write.LotCommand.TakePartBack;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import org.axonframework.eventhandling.EventHandler;

/** The boxes of a split that was undone are in their old lot again. */
@Automation(processingGroup = "inventory.take-parts-back")
class WhenPartRejoinedThenTakePartBack {

    private final Commands commands;

    WhenPartRejoinedThenTakePartBack(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(PartRejoined event) {
        commands.send(
                Caller.automation(event.lotId().tenantId(), "take-parts-back"),
                new TakePartBack(
                        event.intoId(), event.lotId(), event.quantity(), event.landedCost(), event.rejoinedOn()));
    }
}
