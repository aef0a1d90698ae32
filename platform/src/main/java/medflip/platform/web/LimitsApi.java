package medflip.platform.web;

import java.util.List;
import medflip.platform.web.RefusedRequests.RefusedBusiness;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much anybody may ask, and who asked more. */
@RestController
@Requires(Permission.OPERATE)
class LimitsApi {

    private final RateLimits limits;
    private final RefusedRequests refused;

    LimitsApi(RateLimits limits, RefusedRequests refused) {
        this.limits = limits;
        this.refused = refused;
    }

    /**
     * Requests a minute that each node lets in.
     *
     * @param perAddress of an address that nobody is signed in at
     * @param perCaller of a person or an API key
     * @param perBusiness of a business with all its people and keys
     * @param refused businesses that asked more within a month, the last one first
     */
    record RequestLimits(long perAddress, long perCaller, long perBusiness, List<RefusedBusiness> refused) {}

    @GetMapping("/api/operator/limits")
    RequestLimits findLimits() {
        return new RequestLimits(limits.perAddress(), limits.perCaller(), limits.perBusiness(), refused.all());
    }
}
