package medflip.billing.write;

import java.util.Optional;
import medflip.billing.events.Standing;
import medflip.kernel.TenantId;

/** How businesses stand, and which is whose customer. */
interface Standings {

    /** As of this moment, whatever was noted last; of whom nothing is known, {@link Standing#NEW}. */
    Standing find(TenantId tenant);

    /** Whose customer of Stripe's that is. */
    Optional<TenantId> tenantOf(String customer);

    /** Whether its keys are destroyed, so that nothing is to be noted of it any more. */
    boolean isErased(TenantId tenant);
}
