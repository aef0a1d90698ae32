package medflip.platform.privacy;

import medflip.kernel.TenantId;

/**
 * A key isn't there, and no fence says that it was destroyed on purpose: keys were lost. An alarm, and never a reason
 * to show a placeholder, which would pass a loss off as an erasure.
 */
public final class KeyMissing extends IllegalStateException {

    KeyMissing(TenantId tenant, String subject) {
        super("The key of " + subject + " of tenant " + tenant + " is missing, though nobody erased it.");
    }
}
