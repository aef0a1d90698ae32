package medflip.operations.read.acts;

import java.util.List;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What those who run the service did. */
@RestController
class ActsApi {

    private final ActsStore store;

    ActsApi(ActsStore store) {
        this.store = store;
    }

    /** The last 200 things that the service's staff did to the business's data, or in it. */
    @GetMapping("/api/operator-acts")
    @Reads(ActsProjection.GROUP)
    List<OperatorAct> findOperatorActs(Caller caller) {
        return store.of(caller.tenant());
    }

    /** The last 200 over all businesses. */
    @GetMapping("/api/operator/acts")
    @Requires(Permission.OPERATE)
    @Reads(ActsProjection.GROUP)
    List<OperatorAct> findAllOperatorActs() {
        return store.all();
    }
}
