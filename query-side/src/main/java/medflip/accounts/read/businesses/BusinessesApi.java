package medflip.accounts.read.businesses;

import java.util.List;
import medflip.accounts.read.businesses.BusinessesStore.PolicyUsers;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which businesses there are. */
@RestController
class BusinessesApi {

    private final BusinessesStore store;

    BusinessesApi(BusinessesStore store) {
        this.store = store;
    }

    /** The thousand that were active last. */
    @GetMapping("/api/operator/businesses")
    @Requires(Permission.OPERATE)
    @Reads("accounts.workspace")
    List<BusinessOverview> findBusinesses() {
        return store.businesses();
    }

    /** How many users agreed to which version of the policy, the newest first. */
    @GetMapping("/api/operator/policy-versions")
    @Requires(Permission.OPERATE)
    @Reads("accounts.workspace")
    List<PolicyUsers> findPolicyVersions() {
        return store.policyUsers();
    }
}
