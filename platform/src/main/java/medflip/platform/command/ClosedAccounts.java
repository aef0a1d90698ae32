package medflip.platform.command;

import medflip.kernel.TenantId;

/** Which businesses may only look. The write side of accounts knows; without one, nobody is closed. */
@FunctionalInterface
public interface ClosedAccounts {

    boolean isClosed(TenantId tenant);
}
