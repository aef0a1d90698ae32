package medflip.platform.web;

import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.KeyScope;
import medflip.kernel.TenantId;
import medflip.platform.command.Rejection;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/** Another system, known by its key for as long as one request takes. */
record KeyHolder(TenantId tenant, UUID key, Set<KeyScope> scopes) implements Identity {

    @Override
    public String getName() {
        return key.toString();
    }

    @Override
    public Caller caller() {
        return Caller.key(tenant, key);
    }

    @Override
    public @Nullable Rejection refusal(Permission permission) {
        return permission.isOfAny(scopes) ? null : AccessRejection.NOT_IN_SCOPE;
    }
}
