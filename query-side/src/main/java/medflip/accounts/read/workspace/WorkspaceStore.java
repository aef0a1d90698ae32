package medflip.accounts.read.workspace;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.constantOrNull;
import static medflip.platform.web.Columns.id;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.Role;
import medflip.accounts.read.workspace.Session.Business;
import medflip.accounts.read.workspace.Session.SupportVisit;
import medflip.kernel.PostalAddress;
import medflip.kernel.TenantId;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import medflip.platform.web.SupportVisitor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the business and its people. */
@Component
class WorkspaceStore {

    private static final Business SERVICE_ITSELF =
            new Business(TenantId.SERVICE.value(), "MedFlip Profit", "USD", "UTC", null, null, null, null);

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
                        SELECT u.id, u.email, u.confirmed, u.wanted_email, u.mail_fault, u.optional_mail,
                               u.policy_version, m.role,
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
                                constantOrNull(row, "mail_fault", AddressFault.class),
                                row.getBoolean("optional_mail"),
                                business(row, number),
                                row.getString("policy_version"),
                                PublishedPolicy.VERSION,
                                row.getString("email").equals(demoEmail),
                                secondFactorMissing,
                                null))
                        .optional());
    }

    /** Somebody who works for the service itself; it is nobody's business, and its days begin by UTC. */
    Optional<Session> operator(UUID user, boolean secondFactorMissing) {
        return operator(user, Role.OPERATOR, SERVICE_ITSELF, secondFactorMissing, null);
    }

    /** The same in a business that let them in. */
    Optional<Session> visit(SupportVisitor visitor) {
        SupportVisit support = new SupportVisit(visitor.grant(), visitor.mayWrite(), visitor.until());
        return tenants.read(
                        visitor.caller().tenant(),
                        queries -> queries.query("SELECT * FROM account WHERE {tenant}")
                                .query(WorkspaceStore::business)
                                .optional())
                .flatMap(business -> operator(visitor.operator(), visitor.role(), business, false, support));
    }

    private Optional<Session> operator(
            UUID user, Role role, Business business, boolean secondFactorMissing, @Nullable SupportVisit support) {
        return tenants.read(
                TenantId.SERVICE,
                queries -> queries.query("SELECT * FROM account_user WHERE {tenant} AND id = :user")
                        .param("user", user)
                        .query((row, number) -> new Session(
                                user,
                                row.getString("email"),
                                role,
                                true,
                                null,
                                constantOrNull(row, "mail_fault", AddressFault.class),
                                row.getBoolean("optional_mail"),
                                business,
                                row.getString("policy_version"),
                                PublishedPolicy.VERSION,
                                false,
                                secondFactorMissing,
                                support))
                        .optional());
    }

    private static Business business(ResultSet row, int number) throws SQLException {
        return new Business(
                id(row, "tenant_id"),
                row.getString("name"),
                row.getString("currency"),
                row.getString("time_zone"),
                row.getString("phone"),
                Json.valueOrNull(row.getString("address"), PostalAddress.class),
                row.getObject("closed_on", LocalDate.class),
                row.getObject("erased_on", LocalDate.class));
    }
}
