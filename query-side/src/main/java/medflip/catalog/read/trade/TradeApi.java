package medflip.catalog.read.trade;

import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers how a product did. */
@RestController
class TradeApi {

    private final TradeStore store;

    TradeApi(TradeStore store) {
        this.store = store;
    }

    /** What was bought of a product, what is left, and what it was sold for. */
    @GetMapping("/api/products/{id}/trade")
    @Reads({
        "accounts.workspace",
        "catalog.products",
        "inventory.stock",
        "sales.sales",
        "deals.deals",
        "customers.people"
    })
    ProductTrade findProductTrade(Caller caller, @PathVariable UUID id) {
        return store.trade(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
