package medflip.sales.events;

import medflip.kernel.DomainEvent;

/** Everything that can happen to the book of invoices. */
public sealed interface InvoiceEvent extends DomainEvent {
    InvoiceBookId bookId();

    @Override
    default InvoiceBookId aggregateId() {
        return bookId();
    }

    /** A sale's invoice got its number: one more than the one before, so that the numbers have no gap. */
    record InvoiceNumbered(InvoiceBookId bookId, SaleId saleId, int number) implements InvoiceEvent {}
}
