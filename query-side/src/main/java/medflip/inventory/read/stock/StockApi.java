package medflip.inventory.read.stock;

import java.util.List;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
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

    private static final String ACCOUNT = "accounts.workspace";
    private static final String DEALS = "deals.deals";
    private static final String PEOPLE = "customers.people";
    private static final String SALES = "sales.sales";

    private static final CsvColumns<LotItem> CSV = new CsvColumns<LotItem>()
            .text("Item", LotItem::item)
            .text("Lot number", LotItem::lotNumber)
            .text("Location", LotItem::location)
            .value("Expiry", LotItem::expiry)
            .value("Grade", LotItem::grade)
            .value("On hold", LotItem::hold)
            .value("Stocked", LotItem::stocked)
            .value("On hand", LotItem::onHand)
            .value("Set aside", LotItem::setAside)
            .value("Sold", LotItem::sold)
            .money("Landed cost", LotItem::landedCost)
            .money("Cost on hand", LotItem::costOnHand)
            .value("Currency", lot -> lot.landedCost().currency())
            .value("Stocked on", LotItem::stockedOn)
            .text("Customer", LotItem::customerName)
            .value("Deal id", LotItem::dealId)
            .value("Id", LotItem::id);

    private static final CsvColumns<StockItem> ITEMS_CSV = new CsvColumns<StockItem>()
            .text("Item", StockItem::item)
            .value("Lots", StockItem::lots)
            .value("Boxes", StockItem::boxes)
            .value("Sellable", StockItem::sellable)
            .value("On hold", StockItem::onHold)
            .value("Expired", StockItem::expired)
            .money("Cost", StockItem::cost)
            .value("Currency", item -> item.cost().currency())
            .value("Next expiry", StockItem::nextExpiry);

    private final StockStore store;

    StockApi(StockStore store) {
        this.store = store;
    }

    /** A page of the lots. Sorts: expiry, item, stockedOn, onHand, costOnHand, location. */
    @GetMapping("/api/lots")
    @Reads({StockProjection.GROUP, DEALS, PEOPLE, ACCOUNT})
    Page<LotItem> findStock(Caller caller, @ParameterObject FindStock question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** The whole list as a file. */
    @ExportMapping("/api/lots.csv")
    @Reads({StockProjection.GROUP, DEALS, PEOPLE, ACCOUNT})
    Listing<LotItem> exportStock(
            Caller caller, @ParameterObject FindStock question, @RequestParam(required = false) @Nullable String sort) {
        return Listing.of("stock", CSV, each -> store.forEach(caller.tenant(), question, sort, each))
                .ofThings("lot", LotItem::id, List.of(LotItem::customerId, LotItem::dealId, LotItem::productId));
    }

    /** One lot. */
    @GetMapping("/api/lots/{id}")
    @Reads({StockProjection.GROUP, DEALS, PEOPLE, SALES})
    Lot findLot(Caller caller, @PathVariable UUID id) {
        return store.lot(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** Where lots stand that have boxes left. */
    @GetMapping("/api/lots/locations")
    @Reads(StockProjection.GROUP)
    List<String> findLocations(Caller caller) {
        return store.locations(caller.tenant());
    }

    /** The shelf in figures: what can be sold, what can't, what expires soon. */
    @GetMapping("/api/stock")
    @Reads({StockProjection.GROUP, ACCOUNT})
    StockSummary findStockSummary(Caller caller) {
        return store.summary(caller.tenant()).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** A page of the shelf by item. Sorts: item, boxes, sellable, cost, nextExpiry. */
    @GetMapping("/api/stock/items")
    @Reads({StockProjection.GROUP, ACCOUNT})
    Page<StockItem> findStockItems(
            Caller caller, @RequestParam(required = false) @Nullable String search, @ParameterObject PageRequest page) {
        return store.items(caller.tenant(), search, page);
    }

    /** The same as a file. */
    @ExportMapping("/api/stock/items.csv")
    @Reads({StockProjection.GROUP, ACCOUNT})
    Listing<StockItem> exportStockItems(
            Caller caller,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String sort) {
        return Listing.of("stock-by-item", ITEMS_CSV, each -> store.forEachItem(caller.tenant(), search, sort, each));
    }
}
