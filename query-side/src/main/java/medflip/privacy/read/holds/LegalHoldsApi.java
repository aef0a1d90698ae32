package medflip.privacy.read.holds;

import java.util.List;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about what the law has kept. */
@RestController("legalHoldsQuestionsApi")
class LegalHoldsApi {

    private final LegalHoldsStore store;

    LegalHoldsApi(LegalHoldsStore store) {
        this.store = store;
    }

    /** What the law has kept of the business, and had: those that hold first. */
    @GetMapping("/api/legal-holds")
    @Reads(LegalHoldsProjection.GROUP)
    List<LegalHold> findLegalHolds(Caller caller) {
        return store.of(caller.tenant());
    }

    /** The same over all businesses. */
    @GetMapping("/api/operator/holds")
    @Requires(Permission.OPERATE)
    @Reads(LegalHoldsProjection.GROUP)
    List<LegalHold> findAllLegalHolds() {
        return store.all();
    }
}
