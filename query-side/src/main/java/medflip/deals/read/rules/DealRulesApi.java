package medflip.deals.read.rules;

import medflip.deals.events.DealRules;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers which rules a business has for its deals. */
@RestController("dealRulesQuestionsApi")
class DealRulesApi {

    private final DealRulesStore store;

    DealRulesApi(DealRulesStore store) {
        this.store = store;
    }

    /** What happens to deals by itself, and when. */
    @GetMapping("/api/deal-rules")
    @Reads(DealRulesProjection.GROUP)
    DealRules findDealRules(Caller caller) {
        return store.rules(caller.tenant());
    }
}
