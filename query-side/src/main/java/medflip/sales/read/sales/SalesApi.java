package medflip.sales.read.sales;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.CsvResponse;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about sales. */
@RestController
class SalesApi {

    private static final String DEALS = "deals.deals";
    private static final String PEOPLE = "customers.people";

    private static final CsvColumns<SaleItem> CSV = new CsvColumns<SaleItem>()
            .value("Sold on", SaleItem::soldOn)
            .text("Buyer", SaleItem::buyer)
            .text("Item", SaleItem::item)
            .value("Quantity", SaleItem::quantity)
            .money("Proceeds", SaleItem::proceeds)
            .money("Landed cost", SaleItem::landedCost)
            .money("Profit", SaleItem::profit)
            .value("Currency", sale -> sale.proceeds().currency())
            .text("Customer", SaleItem::customerName)
            .value("Lot id", SaleItem::lotId)
            .value("Deal id", SaleItem::dealId)
            .value("Id", SaleItem::saleId);

    private final SalesStore store;

    SalesApi(SalesStore store) {
        this.store = store;
    }

    /** A page of the sales. Sorts: soldOn, buyer, item, proceeds, profit. */
    @GetMapping("/api/sales")
    @Reads({SalesProjection.GROUP, DEALS, PEOPLE})
    Page<SaleItem> findSales(Caller caller, @ParameterObject FindSales question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** The whole list as a file. */
    @GetMapping(path = "/api/sales.csv", produces = CsvResponse.MEDIA_TYPE)
    @Reads({SalesProjection.GROUP, DEALS, PEOPLE})
    void exportSales(
            Caller caller,
            @ParameterObject FindSales question,
            @RequestParam(required = false) @Nullable String sort,
            HttpServletResponse response)
            throws IOException {
        CsvResponse.write(response, "sales", CSV, each -> store.forEach(caller.tenant(), question, sort, each));
    }

    /** Every buyer that was ever sold to, in order. */
    @GetMapping("/api/sales/buyers")
    @Reads(SalesProjection.GROUP)
    List<String> findBuyers(Caller caller) {
        return store.buyers(caller.tenant());
    }
}
