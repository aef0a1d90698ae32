package medflip.platform.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one may ask, so that nobody's haste makes others wait: an address that nobody is signed in at, a person or
 * a key, and a business with all its people and keys. They are counted on each node for itself.
 */
@Component
class RateLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Throttle addresses;
    private final Throttle callers;
    private final Throttle businesses;
    private final RefusedRequests refused;
    private final BusiestBusinesses busiest;

    RateLimits(
            @Value("${medflip.limits.per-address:300}") int perAddress,
            @Value("${medflip.limits.per-caller:1200}") int perCaller,
            @Value("${medflip.limits.per-business:6000}") int perBusiness,
            RefusedRequests refused,
            BusiestBusinesses busiest) {
        this.refused = refused;
        this.busiest = busiest;
        addresses = new Throttle(perAddress, MINUTE);
        callers = new Throttle(perCaller, MINUTE);
        businesses = new Throttle(perBusiness, MINUTE);
    }

    long perAddress() {
        return addresses.times();
    }

    long perCaller() {
        return callers.times();
    }

    long perBusiness() {
        return businesses.times();
    }

    /**
     * Counts one request; what each limit that it falls under says, by the limit's name.
     *
     * @param place where it comes from
     */
    Map<String, Allowance> take(@Nullable Identity identity, String place) {
        Map<String, Allowance> allowances = new LinkedHashMap<>();
        if (identity == null) {
            allowances.put("address", addresses.take(place));
        } else {
            busiest.count(identity.caller().tenant());
            allowances.put("caller", callers.take(identity.getName()));
            allowances.put(
                    "business", businesses.take(identity.caller().tenant().toString()));
            if (allowances.values().stream().anyMatch(allowance -> !allowance.granted())) {
                refused.count(identity.caller().tenant());
            }
        }
        return allowances;
    }
}
