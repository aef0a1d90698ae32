package medflip.sales.write;

import medflip.platform.command.Command;
import medflip.sales.events.InvoiceBookId;
import medflip.sales.events.SaleId;

/** What can be asked of the book of invoices. */
public sealed interface InvoiceCommand extends Command {
    InvoiceBookId bookId();

    @Override
    default InvoiceBookId aggregateId() {
        return bookId();
    }

    /** Gives a sale's invoice the next number; one that has a number keeps it. */
    record NumberInvoice(InvoiceBookId bookId, SaleId saleId) implements InvoiceCommand {}
}
