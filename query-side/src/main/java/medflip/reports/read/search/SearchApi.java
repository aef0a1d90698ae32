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

    /** People, deals, lots and sales in which every word stands, or a phone number: at most 24. */
    @GetMapping("/api/search")
    @Reads({"customers.people", "deals.deals", "inventory.stock", "sales.sales"})
    List<Hit> search(Caller caller, @RequestParam(required = false) @Nullable String q) {
        return store.search(caller.tenant(), q == null ? "" : q);
    }
}
