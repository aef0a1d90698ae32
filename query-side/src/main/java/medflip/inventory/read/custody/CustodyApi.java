package medflip.inventory.read.custody;

import java.util.UUID;
import medflip.inventory.read.custody.Custody.Traced;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.document.DocumentResponse;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about the way of boxes, from where they came and to where they went. */
@RestController
class CustodyApi {

    private static final String STOCK = "inventory.stock";
    private static final String DEALS = "deals.deals";
    private static final String PEOPLE = "customers.people";
    private static final String SALES = "sales.sales";
    private static final String WORKSPACE = "accounts.workspace";

    private static final CsvColumns<Traced> CSV = new CsvColumns<Traced>()
            .text("Lot number", Traced::lotNumber)
            .text("Item", Traced::item)
            .value("Expiry", Traced::expiry)
            .value("Stocked on", Traced::stockedOn)
            .text("Came from", Traced::customerName)
            .value("Boxes", Traced::boxes)
            .text("With", traced -> traced.buyer() == null ? "on hand" : traced.buyer())
            .value("Sold on", Traced::soldOn)
            .value("Lot id", Traced::lotId)
            .value("Deal id", Traced::dealId)
            .value("Customer id", Traced::customerId)
            .value("Sale id", Traced::saleId);

    private final CustodyStore store;

    CustodyApi(CustodyStore store) {
        this.store = store;
    }

    /** A lot's way, from the seller to the buyers. */
    @GetMapping("/api/lots/{id}/custody")
    @Reads({STOCK, DEALS, PEOPLE, SALES})
    Custody findCustody(Caller caller, @PathVariable UUID id) {
        return store.custody(caller.tenant(), id).orElseThrow(CustodyApi::notFound);
    }

    /** The same to be printed. */
    @GetMapping(path = "/api/lots/{id}/custody.pdf", produces = DocumentResponse.MEDIA_TYPE)
    @Reads({STOCK, DEALS, PEOPLE, SALES, WORKSPACE})
    ResponseEntity<byte[]> printCustody(Caller caller, @PathVariable UUID id) {
        return DocumentResponse.of(
                CustodyPage.of(store.paper(caller.tenant(), id).orElseThrow(CustodyApi::notFound)));
    }

    /**
     * Where the boxes of a lot number are now, and from whom they came: for a recall. Sorts: lotNumber, expiry, soldOn.
     *
     * @param lotNumber as it stands on the boxes; absent: all that ever was on the shelf
     */
    @GetMapping("/api/custody")
    @Reads({STOCK, DEALS, PEOPLE, SALES})
    Page<Traced> traceLots(
            Caller caller,
            @RequestParam(required = false) @Nullable String lotNumber,
            @ParameterObject PageRequest page) {
        return store.traced(caller.tenant(), lotNumber, page);
    }

    /** All of it as a file. */
    @ExportMapping("/api/custody.csv")
    @Reads({STOCK, DEALS, PEOPLE, SALES})
    Listing<Traced> exportTracedLots(Caller caller, @RequestParam(required = false) @Nullable String lotNumber) {
        return Listing.of("custody", CSV, each -> store.forEachTraced(caller.tenant(), lotNumber, each));
    }

    private static CommandRejected notFound() {
        return new CommandRejected(RequestRejection.NOT_FOUND);
    }
}
