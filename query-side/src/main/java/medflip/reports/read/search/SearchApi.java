package medflip.reports.read.search;

import java.util.List;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds anything. */
@RestController
class SearchApi {

    private final SearchStore store;

    SearchApi(SearchStore store) {
        this.store = store;
    }

    /**
     * In what words begin with every word, or a part of a phone number stands, or a lot or tracking number begins so,
     * or an invoice has the number, notes and texts included: at most 34. Where there is nothing, people, products and
     * buyers that are called nearly so.
     */
    @GetMapping("/api/search")
    @Reads({
        "catalog.buyers",
        "catalog.products",
        "customers.people",
        "customers.records",
        "deals.deals",
        "inventory.stock",
        "messaging.inbox",
        SearchProjection.GROUP,
        "sales.sales"
    })
    List<Hit> search(Caller caller, @RequestParam(required = false) @Nullable String q) {
        return store.search(caller.tenant(), q == null ? "" : q);
    }
}
