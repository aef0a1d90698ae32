package medflip.accounts.read.members;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.constantOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.Role;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads members and invitations. */
@Component
class MembersStore {

    private static final String MEMBERS = """
            SELECT u.id, u.email, u.mail_fault, m.role, m.joined_at, a.version
            FROM account_member m JOIN account_user u ON {u.tenant} AND u.id = m.user_id JOIN account a ON {a.tenant}
            WHERE {m.tenant} AND NOT m.removed
            """;

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final Clock clock;

    MembersStore(JdbcClient jdbc, TenantJdbc tenants, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
    }

    List<Member> members(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query(MEMBERS + " ORDER BY m.joined_at, u.id")
                        .query(MembersStore::member)
                        .list());
    }

    Optional<Member> member(TenantId tenant, UUID user) {
        return tenants.read(
                tenant,
                queries -> queries.query(MEMBERS + " AND u.id = :user")
                        .param("user", user)
                        .query(MembersStore::member)
                        .optional());
    }

    List<Invitation> invitations(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM invitation WHERE {tenant} ORDER BY invited_at, id")
                        .query(MembersStore::invitation)
                        .list());
    }

    Optional<Invitation> invitation(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM invitation WHERE {tenant} AND id = :id")
                        .param("id", id)
                        .query(MembersStore::invitation)
                        .optional());
    }

    /** Empty where there is no such link (any more). An invitation to the service itself is of no business. */
    Optional<OpenedInvitation> open(String tokenHash) {
        return jdbc.sql("SELECT tenant_id FROM read.invitation WHERE token_hash = :hash AND good_until > :now")
                .param("hash", tokenHash)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .flatMap(tenant -> tenants.read(
                        new TenantId(tenant),
                        queries -> queries.query("""
                                        SELECT coalesce(a.name, 'MedFlip Profit') AS name, i.email, i.role, i.good_until
                                        FROM invitation i LEFT JOIN account a ON {a.tenant}
                                        WHERE {i.tenant} AND i.token_hash = :hash
                                        """)
                                .param("hash", tokenHash)
                                .query((row, number) -> new OpenedInvitation(
                                        row.getString("name"),
                                        row.getString("email"),
                                        constant(row, "role", Role.class),
                                        instant(row, "good_until")))
                                .optional()));
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                id(row, "id"),
                row.getString("email"),
                constant(row, "role", Role.class),
                instant(row, "joined_at"),
                constantOrNull(row, "mail_fault", AddressFault.class),
                row.getLong("version"));
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                id(row, "id"),
                row.getString("email"),
                constant(row, "role", Role.class),
                instant(row, "invited_at"),
                instant(row, "good_until"),
                constantOrNull(row, "mail_fault", AddressFault.class),
                row.getLong("version"));
    }
}
