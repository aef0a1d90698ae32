package medflip.sales.read.candidates;

import medflip.platform.tenancy.Caller;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what could be sold. */
@RestController
class CandidatesApi {

    private final CandidatesStore store;

    CandidatesApi(CandidatesStore store) {
        this.store = store;
    }

    /** Lots with boxes on hand, item by item, those that expire first in front; with the reason where they can't go. */
    @GetMapping("/api/sale-candidates")
    @Reads({"inventory.stock", "accounts.workspace", "catalog.prices"})
    Page<Candidate> findSaleCandidates(
            Caller caller, @ParameterObject FindCandidates question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }
}
