package medflip.sales.automation;

import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import medflip.sales.events.InvoiceBookId;
import medflip.sales.events.SaleEvent.SaleInvoiced;
import medflip.sales.write.InvoiceCommand.NumberInvoice;
import org.axonframework.eventhandling.EventHandler;

/** An invoice that was written gets the next number; one that wasn't takes none, so that there is no gap. */
@Automation(processingGroup = "sales.number-invoices")
class WhenSaleInvoicedThenNumberInvoice {

    private final Commands commands;

    WhenSaleInvoicedThenNumberInvoice(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(SaleInvoiced event) {
        commands.send(
                Caller.automation(event.saleId().tenantId(), "number-invoices"),
                new NumberInvoice(InvoiceBookId.of(event.saleId().tenantId()), event.saleId()));
    }
}
