package medflip.platform.web;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.Caller;

/** The session's owner. Only ids: a session row holds no name and no address. */
public record SignedIn(UUID tenant, UUID user) implements Principal, Serializable {

    @Override
    public String getName() {
        return user.toString();
    }

    public Caller caller() {
        return Caller.user(new TenantId(tenant), user);
    }
}
