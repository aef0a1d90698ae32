package medflip.sales.read.sales;

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

/** Questions about sales. */
@RestController("saleQuestionsApi")
class SalesApi {

    private static final String ACCOUNT = "accounts.workspace";
    private static final String STOCK = "inventory.stock";

    private static final CsvColumns<SaleItem> CSV = new CsvColumns<SaleItem>()
            .value("Date", SaleItem::date)
            .text("Buyer", SaleItem::buyer)
            .value("State", SaleItem::state)
            .text("Items", SaleItem::items)
            .value("Boxes", SaleItem::boxes)
            .money("Proceeds", SaleItem::proceeds)
            .money("Landed cost", SaleItem::landedCost)
            .money("Profit", SaleItem::profit)
            .money("Owed", SaleItem::owed)
            .value("Currency", sale -> sale.proceeds().currency())
            .value("Invoice", SaleItem::invoiceNumber)
            .value("Due on", SaleItem::dueOn)
            .value("Id", SaleItem::id);

    private final SalesStore store;

    SalesApi(SalesStore store) {
        this.store = store;
    }

    /** A page of the sales. Sorts: date, buyer, state, proceeds, profit, owed, dueOn. */
    @GetMapping("/api/sales")
    @Reads({SalesProjection.GROUP, STOCK})
    Page<SaleItem> findSales(Caller caller, @ParameterObject FindSales question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** The whole list as a file. */
    @ExportMapping("/api/sales.csv")
    @Reads({SalesProjection.GROUP, STOCK})
    Listing<SaleItem> exportSales(
            Caller caller, @ParameterObject FindSales question, @RequestParam(required = false) @Nullable String sort) {
        return Listing.of("sales", CSV, each -> store.forEach(caller.tenant(), question, sort, each))
                .ofThings("sale", SaleItem::id, List.of(SaleItem::buyerId));
    }

    /** One sale. */
    @GetMapping("/api/sales/{id}")
    @Reads({SalesProjection.GROUP, STOCK})
    Sale findSale(Caller caller, @PathVariable UUID id) {
        return store.sale(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** Whom was sold to before. */
    @GetMapping("/api/sales/buyers")
    @Reads(SalesProjection.GROUP)
    List<String> findSaleBuyers(Caller caller) {
        return store.buyers(caller.tenant());
    }

    /** What buyers owe, by age and by buyer. */
    @GetMapping("/api/receivables")
    @Reads({SalesProjection.GROUP, ACCOUNT})
    Receivables findReceivables(Caller caller) {
        return store.receivables(caller.tenant()).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
