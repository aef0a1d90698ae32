package medflip.platform.web;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.Role;
import medflip.kernel.TenantId;
import medflip.platform.command.Rejection;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One of the service's staff, in a business that has let them in for a while. They see what its people see, change what
 * they may change if the business wants that, and never take lists away or decide about the account.
 *
 * @param operator who it is
 * @param grant the support session, as the business granted it
 * @param until when it is over, unless it is ended before
 */
public record SupportVisitor(UUID tenant, UUID operator, UUID grant, boolean mayWrite, Instant until)
        implements Identity, Serializable {

    /** Sessions are found by this name: whoever is signed out everywhere is so here too. */
    @Override
    public String getName() {
        return operator.toString();
    }

    /** Who they are when they have left. */
    public SignedIn atHome() {
        return new SignedIn(TenantId.SERVICE.value(), operator, Role.OPERATOR);
    }

    /** What they may do at most. */
    public Role role() {
        return mayWrite ? Role.STAFF : Role.AUDITOR;
    }

    @Override
    public Caller caller() {
        return Caller.operator(new TenantId(tenant), operator);
    }

    @Override
    public @Nullable Rejection refusal(Permission permission) {
        boolean theirs = permission != Permission.SELF && permission != Permission.EXPORT && permission.isOf(role());
        return theirs ? null : AccessRejection.NOT_ALLOWED;
    }
}
