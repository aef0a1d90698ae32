package medflip.accounts.read.archive;

import static medflip.platform.web.Columns.constant;

import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.Role;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.stereotype.Component;

/** Reads as what somebody works for a business. */
@Component
class RolesStore {

    private final TenantJdbc tenants;

    RolesStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /** Empty where they don't (any more). */
    Optional<Role> role(TenantId tenant, UUID user) {
        return tenants.read(
                tenant,
                queries -> queries.query(
                                "SELECT role FROM account_member WHERE {tenant} AND user_id = :user AND NOT removed")
                        .param("user", user)
                        .query((row, number) -> constant(row, "role", Role.class))
                        .optional());
    }
}
