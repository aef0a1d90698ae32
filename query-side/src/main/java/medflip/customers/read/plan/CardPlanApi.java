package medflip.customers.read.plan;

import medflip.customers.events.CardPlan;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what a business writes on the cards of its people. */
@RestController("cardPlanQuestionsApi")
class CardPlanApi {

    private final CardPlanStore store;

    CardPlanApi(CardPlanStore store) {
        this.store = store;
    }

    /** The tags, fields and lead sources there are to choose from. */
    @GetMapping("/api/card-plan")
    @Reads(CardPlanProjection.GROUP)
    CardPlan findCardPlan(Caller caller) {
        return store.plan(caller.tenant());
    }
}
