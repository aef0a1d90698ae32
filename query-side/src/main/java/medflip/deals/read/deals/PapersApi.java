package medflip.deals.read.deals;

import static medflip.platform.command.Rejection.require;

import java.util.UUID;
import medflip.deals.read.deals.Deal.Payout;
import medflip.deals.read.deals.PapersStore.DealPaper;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.document.DocumentRejection;
import medflip.platform.document.DocumentResponse;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Reads;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A deal's papers, to be printed. */
@RestController
class PapersApi {

    private static final String PEOPLE = "customers.people";
    private static final String WORKSPACE = "accounts.workspace";

    private final PapersStore store;

    PapersApi(PapersStore store) {
        this.store = store;
    }

    /** What was bought, with the seller's statement; once it is agreed on. */
    @GetMapping(path = "/api/deals/{id}/bill-of-sale.pdf", produces = DocumentResponse.MEDIA_TYPE)
    @Reads({DealsProjection.GROUP, PEOPLE, WORKSPACE})
    ResponseEntity<byte[]> printBillOfSale(Caller caller, @PathVariable UUID id) {
        DealPaper paper = paper(caller, id, "Seller", "Buyer");
        require(paper.deal().agreed() != null, DocumentRejection.NOT_YET);
        return DocumentResponse.of(BillOfSale.of(paper));
    }

    /** That a payout was made; not of one that is planned only, or that failed. */
    @GetMapping(path = "/api/deals/{id}/payouts/{payoutId}/receipt.pdf", produces = DocumentResponse.MEDIA_TYPE)
    @Reads({DealsProjection.GROUP, PEOPLE, WORKSPACE})
    ResponseEntity<byte[]> printPayoutReceipt(Caller caller, @PathVariable UUID id, @PathVariable UUID payoutId) {
        DealPaper paper = paper(caller, id, "Paid to", "Paid by");
        Payout payout = paper.deal().payouts().stream()
                .filter(each -> each.payoutId().equals(payoutId))
                .findFirst()
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        require(BillOfSale.isPaid(payout.state()), DocumentRejection.NOT_YET);
        return DocumentResponse.of(PayoutReceipt.of(paper, payout));
    }

    private DealPaper paper(Caller caller, UUID id, String seller, String business) {
        return store.paper(caller.tenant(), id, seller, business)
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
