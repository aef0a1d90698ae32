package medflip.inventory.automation;

import medflip.inventory.write.LotCommand.SellLot;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import medflip.sales.events.SaleEvent.SaleShipped;
import org.axonframework.eventhandling.EventHandler;

/** The boxes of a parcel that left are sold: each lot gives those that it kept for the sale. */
@Automation(processingGroup = "inventory.sell-shipped")
class WhenSaleShippedThenSellBoxes {

    private final Commands commands;

    WhenSaleShippedThenSellBoxes(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(SaleShipped event) {
        Caller caller = Caller.automation(event.saleId().tenantId(), "sell-shipped");
        event.lines()
                .forEach(line -> commands.send(
                        caller,
                        new SellLot(
                                line.lotId(),
                                event.saleId().local(),
                                event.buyer(),
                                line.quantity(),
                                line.price(),
                                event.shippedOn())));
    }
}
