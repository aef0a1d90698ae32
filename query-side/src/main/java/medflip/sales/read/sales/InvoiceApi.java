package medflip.sales.read.sales;

import static medflip.platform.command.Rejection.require;

import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.document.DocumentRejection;
import medflip.platform.document.DocumentResponse;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Reads;
import medflip.sales.read.sales.InvoiceStore.Invoiced;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A sale's invoice, to be printed. */
@RestController
class InvoiceApi {

    private static final String STOCK = "inventory.stock";
    private static final String BUYERS = "catalog.buyers";
    private static final String WORKSPACE = "accounts.workspace";

    private final InvoiceStore store;

    InvoiceApi(InvoiceStore store) {
        this.store = store;
    }

    /** What the buyer owes; once the invoice has its number. */
    @GetMapping(path = "/api/sales/{id}/invoice.pdf", produces = DocumentResponse.MEDIA_TYPE)
    @Reads({SalesProjection.GROUP, STOCK, BUYERS, WORKSPACE})
    ResponseEntity<byte[]> printInvoice(Caller caller, @PathVariable UUID id) {
        Invoiced invoiced =
                store.invoiced(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        require(invoiced.sale().item().invoiceNumber() != null, DocumentRejection.NOT_YET);
        return DocumentResponse.of(Invoice.of(invoiced));
    }
}
