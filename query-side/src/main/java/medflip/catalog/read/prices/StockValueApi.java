package medflip.catalog.read.prices;

import java.time.LocalDate;
import medflip.catalog.read.prices.StockValue.ItemValue;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was the stock worth? */
@RestController
class StockValueApi {

    private static final String PRODUCTS = "catalog.products";
    private static final String BUYERS = "catalog.buyers";
    private static final String STOCK = "inventory.stock";
    private static final String WORKSPACE = "accounts.workspace";

    private static final CsvColumns<ItemValue> CSV = new CsvColumns<ItemValue>()
            .text("Item", ItemValue::item)
            .value("Boxes", ItemValue::boxes)
            .money("Cost", ItemValue::cost)
            .value("Boxes that a buyer takes", ItemValue::wanted)
            .money("Expected sale", ItemValue::expected)
            .money("Expected profit", ItemValue::expectedProfit)
            .value("Currency", item -> item.cost().currency());

    private final StockValueStore store;

    StockValueApi(StockValueStore store) {
        this.store = store;
    }

    /**
     * What was on the shelf at the end of a day, by default today: what it had cost, and what it would have brought.
     */
    @GetMapping("/api/reports/inventory-value")
    @Reads({STOCK, PricesProjection.GROUP, PRODUCTS, BUYERS, WORKSPACE})
    StockValue findInventoryValue(Caller caller, @RequestParam(required = false) @Nullable LocalDate on) {
        return store.on(caller.tenant(), on).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** The same as a file. */
    @ExportMapping("/api/reports/inventory-value.csv")
    @Reads({STOCK, PricesProjection.GROUP, PRODUCTS, BUYERS, WORKSPACE})
    Listing<ItemValue> exportInventoryValue(Caller caller, @RequestParam(required = false) @Nullable LocalDate on) {
        StockValue value = findInventoryValue(caller, on);
        return Listing.of(
                "inventory-value-" + value.on(), CSV, each -> value.items().forEach(each));
    }
}
