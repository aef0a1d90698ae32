package medflip.accounts.read.workspace;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.Role;
import medflip.accounts.read.workspace.Session.Business;
import medflip.kernel.PostalAddress;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the business and its people. */
@Component
class WorkspaceStore {

    private final TenantJdbc tenants;
    /** Who signs in to look at made-up data; nobody, unless the service was started for that. */
    private final String demoEmail;

    WorkspaceStore(TenantJdbc tenants, @Value("${medflip.demo.email:}") String demoEmail) {
        this.tenants = tenants;
        this.demoEmail = demoEmail;
    }

    Optional<Session> session(TenantId tenant, UUID user, boolean secondFactorMissing) {
        return tenants.read(
                tenant,
                queries -> queries.query("""
                        SELECT u.id, u.email, u.confirmed, u.wanted_email, u.policy_version, m.role,
                               a.tenant_id, a.name, a.currency, a.time_zone, a.phone, a.address,
                               a.closed_on, a.erased_on
                        FROM account_user u JOIN account a ON {a.tenant}
                        JOIN account_member m ON {m.tenant} AND m.user_id = u.id AND NOT m.removed
                        WHERE {u.tenant} AND u.id = :user
                        """)
                        .param("user", user)
                        .query((row, number) -> new Session(
                                id(row, "id"),
                                row.getString("email"),
                                constant(row, "role", Role.class),
                                row.getBoolean("confirmed"),
                                row.getString("wanted_email"),
                                new Business(
                                        id(row, "tenant_id"),
                                        row.getString("name"),
                                        row.getString("currency"),
                                        row.getString("time_zone"),
                                        row.getString("phone"),
                                        Json.valueOrNull(row.getString("address"), PostalAddress.class),
                                        row.getObject("closed_on", LocalDate.class),
                                        row.getObject("erased_on", LocalDate.class)),
                                row.getString("policy_version"),
                                row.getString("email").equals(demoEmail),
                                secondFactorMissing))
                        .optional());
    }
}
