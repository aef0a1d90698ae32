package medflip.inventory.read.stock;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.CsvResponse;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about stock. */
@RestController
class StockApi {

    private static final String DEALS = "deals.deals";
    private static final String PEOPLE = "customers.people";
    private static final String SALES = "sales.sales";

    private static final CsvColumns<LotItem> CSV = new CsvColumns<LotItem>()
            .text("Item", LotItem::item)
            .value("Expiry", LotItem::expiry)
            .value("Grade", LotItem::grade)
            .value("Stocked", LotItem::stocked)
            .value("On hand", LotItem::onHand)
            .money("Landed cost", LotItem::landedCost)
            .money("Cost on hand", LotItem::costOnHand)
            .value("Currency", lot -> lot.landedCost().currency())
            .value("Stocked on", LotItem::stockedOn)
            .text("Customer", LotItem::customerName)
            .value("Deal id", LotItem::dealId)
            .value("Id", LotItem::id);

    private final StockStore store;

    StockApi(StockStore store) {
        this.store = store;
    }

    /** A page of the lots. Sorts: expiry, item, stockedOn, onHand, costOnHand. */
    @GetMapping("/api/lots")
    @Reads({StockProjection.GROUP, DEALS, PEOPLE})
    Page<LotItem> findStock(Caller caller, @ParameterObject FindStock question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** The whole list as a file. */
    @GetMapping(path = "/api/lots.csv", produces = CsvResponse.MEDIA_TYPE)
    @Reads({StockProjection.GROUP, DEALS, PEOPLE})
    void exportStock(
            Caller caller,
            @ParameterObject FindStock question,
            @RequestParam(required = false) @Nullable String sort,
            HttpServletResponse response)
            throws IOException {
        CsvResponse.write(response, "stock", CSV, each -> store.forEach(caller.tenant(), question, sort, each));
    }

    /** One lot. */
    @GetMapping("/api/lots/{id}")
    @Reads({StockProjection.GROUP, DEALS, PEOPLE, SALES})
    Lot findLot(Caller caller, @PathVariable UUID id) {
        return store.lot(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
