package medflip.platform.usage;

import java.util.List;
import medflip.platform.usage.FeatureUseStore.FeatureUse;
import medflip.platform.usage.FeatureUseStore.FeatureUseSum;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was counted. */
@RestController
class FeatureUseApi {

    private final FeatureUseCount count;
    private final FeatureUseStore store;

    FeatureUseApi(FeatureUseCount count, FeatureUseStore store) {
        this.count = count;
        this.store = store;
    }

    /** How often the user used which feature in the last 90 days, by day, the newest first. */
    @GetMapping("/api/feature-use")
    @Requires(Permission.SELF)
    List<FeatureUse> findFeatureUse(SignedIn who) {
        count.store();
        return store.of(who.userId().tenantId(), who.user());
    }

    /** Sums over everybody. */
    @GetMapping("/api/operator/feature-use")
    @Requires(Permission.OPERATE)
    List<FeatureUseSum> findFeatureUseSums() {
        count.store();
        return store.sums();
    }
}
