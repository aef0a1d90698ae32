package medflip.platform.command;

import medflip.billing.events.Access;
import medflip.kernel.TenantId;

/** What a business may do by its subscription. The write side of billing knows; without one, everybody may do all. */
@FunctionalInterface
public interface AccessBySubscription {

    Access of(TenantId tenant);
}
