package medflip.sales.write;

import java.util.UUID;
import medflip.platform.command.AggregateSpec;
import medflip.sales.events.InvoiceBookId;
import medflip.sales.events.InvoiceEvent.InvoiceNumbered;
import medflip.sales.events.SaleId;
import medflip.sales.write.InvoiceCommand.NumberInvoice;
import org.junit.jupiter.api.Test;

class InvoiceBookTest extends AggregateSpec<InvoiceBook> {

    private static final InvoiceBookId BOOK = InvoiceBookId.of(TENANT);
    private static final SaleId FIRST = SaleId.of(TENANT, new UUID(1, 1));
    private static final SaleId SECOND = SaleId.of(TENANT, new UUID(1, 2));

    @Test
    void the_first_invoice_is_number_one() {
        when(new NumberInvoice(BOOK, FIRST));
        then(new InvoiceNumbered(BOOK, FIRST, 1));
    }

    @Test
    void the_next_one_follows_without_a_gap() {
        given(new InvoiceNumbered(BOOK, FIRST, 1));
        when(new NumberInvoice(BOOK, SECOND));
        then(new InvoiceNumbered(BOOK, SECOND, 2));
    }

    @Test
    void an_invoice_keeps_its_number() {
        given(new InvoiceNumbered(BOOK, FIRST, 1), new InvoiceNumbered(BOOK, SECOND, 2));
        when(new NumberInvoice(BOOK, FIRST));
        thenNothing();
    }
}
