package medflip.platform.web;

import java.io.Serializable;
import java.util.UUID;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.kernel.TenantId;
import medflip.platform.command.Rejection;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/** Whose session it is. Only ids: a session row holds no name and no address. */
public record SignedIn(UUID tenant, UUID user, Role role) implements Identity, Serializable {

    @Override
    public String getName() {
        return user.toString();
    }

    public UserId userId() {
        return UserId.of(new TenantId(tenant), user);
    }

    @Override
    public Caller caller() {
        return Caller.user(new TenantId(tenant), user);
    }

    @Override
    public @Nullable Rejection refusal(Permission permission) {
        return permission.isOf(role) ? null : AccessRejection.NOT_ALLOWED;
    }
}
