package medflip.accounts.write;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.kernel.TenantId;
import medflip.platform.web.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may sign in: e-mail (as a keyed hash) to user and password hash. A row is a reservation, so that an address
 * belongs to one account only, for as long as the user has no events; from then on it is the account's.
 */
@Component
class SignInStore {

    /** After this time a reservation whose sign-up never came may be taken by another. */
    private static final Duration RESERVED_FOR = Duration.ofMinutes(10);

    private static final String HAS_EVENTS = """
            EXISTS (SELECT FROM events.domain_event e
                    WHERE e.aggregate_identifier = sign_in.tenant_id || '/user/' || sign_in.user_id)
            """;

    record Credentials(UUID tenantId, UUID userId, Role role, String passwordHash) {

        SignedIn who() {
            return new SignedIn(tenantId, userId, role);
        }

        UserId user() {
            return UserId.of(new TenantId(tenantId), userId);
        }
    }

    record Operator(byte[] emailIndex, UUID userId) {}

    private final JdbcClient jdbc;

    SignInStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes an address; false if another account has it. */
    boolean reserve(byte[] emailIndex, SignedIn who, String passwordHash) {
        return jdbc.sql("""
                        INSERT INTO write.sign_in (email_index, tenant_id, user_id, role, password_hash)
                        VALUES (:email, :tenant, :user, :role, :hash)
                        ON CONFLICT (email_index) DO UPDATE
                        SET tenant_id = excluded.tenant_id, user_id = excluded.user_id, role = excluded.role,
                            password_hash = excluded.password_hash, reserved_at = now(), claimed = false
                        WHERE sign_in.reserved_at < now() - make_interval(secs => :patience)
                          AND (sign_in.claimed OR NOT\s""" + HAS_EVENTS + ")")
                        .param("email", emailIndex)
                        .param("tenant", who.tenant())
                        .param("user", who.user())
                        .param("role", who.role().name())
                        .param("hash", passwordHash)
                        .param("patience", RESERVED_FOR.toSeconds())
                        .update()
                == 1;
    }

    void release(UUID user) {
        jdbc.sql("DELETE FROM write.sign_in WHERE user_id = :user AND NOT " + HAS_EVENTS)
                .param("user", user)
                .update();
    }

    Optional<Credentials> find(byte[] emailIndex) {
        return jdbc.sql("SELECT tenant_id, user_id, role, password_hash FROM write.sign_in"
                        + " WHERE email_index = :email AND NOT claimed AND " + HAS_EVENTS)
                .param("email", emailIndex)
                .query(Credentials.class)
                .optional();
    }

    /** Whom the address is kept for, also while the events that make it theirs are on their way. */
    Optional<Credentials> holder(byte[] emailIndex) {
        return jdbc.sql("SELECT tenant_id, user_id, role, password_hash FROM write.sign_in"
                        + " WHERE email_index = :email AND NOT claimed")
                .param("email", emailIndex)
                .query(Credentials.class)
                .optional();
    }

    /** By which methods passwords are hashed, each found by one look into the index: there are few. */
    Set<String> passwordMethods() {
        return Set.copyOf(jdbc.sql("""
                        WITH RECURSIVE m AS (
                            SELECT min(split_part(password_hash, '$', 1)) AS method FROM write.sign_in WHERE NOT claimed
                            UNION ALL
                            SELECT (SELECT min(split_part(s.password_hash, '$', 1)) FROM write.sign_in s
                                    WHERE NOT s.claimed AND split_part(s.password_hash, '$', 1) > m.method)
                            FROM m WHERE m.method IS NOT NULL)
                        SELECT method FROM m WHERE method IS NOT NULL
                        """).query(String.class).list());
    }

    /** Who works for the service itself, each by the hash of their address. */
    List<Operator> operators() {
        return jdbc.sql("SELECT email_index, user_id FROM write.sign_in WHERE tenant_id = :service AND NOT claimed AND "
                        + HAS_EVENTS)
                .param("service", TenantId.SERVICE.value())
                .query(Operator.class)
                .list();
    }

    /** Who decides about the business. */
    List<UserId> owners(TenantId tenant) {
        return jdbc.sql("SELECT user_id FROM write.sign_in WHERE tenant_id = :tenant AND role = :owner"
                        + " AND NOT claimed AND " + HAS_EVENTS)
                .param("tenant", tenant.value())
                .param("owner", Role.OWNER.name())
                .query((row, number) -> UserId.of(tenant, row.getObject("user_id", UUID.class)))
                .list();
    }

    /** Every owner of every business that is open. */
    List<UserId> ownersOfOpenBusinesses() {
        return jdbc.sql("""
                        SELECT tenant_id, user_id FROM write.sign_in
                        WHERE role = :owner AND NOT claimed
                          AND NOT EXISTS (SELECT FROM write.closed_account c WHERE c.tenant_id = sign_in.tenant_id)
                          AND\s""" + HAS_EVENTS + " ORDER BY tenant_id, user_id")
                .param("owner", Role.OWNER.name())
                .query((row, number) -> UserId.of(
                        new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("user_id", UUID.class)))
                .list();
    }

    /**
     * Users of open businesses, and operators, of whom it wasn't seen to yet that they know a version of the policy.
     */
    List<UserId> untoldOfPolicy(String version, int most) {
        return jdbc.sql("""
                        SELECT tenant_id, user_id FROM write.sign_in
                        WHERE policy_told < :version AND NOT claimed
                          AND NOT EXISTS (SELECT FROM write.closed_account c WHERE c.tenant_id = sign_in.tenant_id)
                          AND\s""" + HAS_EVENTS + " ORDER BY policy_told, user_id LIMIT :most")
                .param("version", version)
                .param("most", most)
                .query((row, number) -> UserId.of(
                        new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("user_id", UUID.class)))
                .list();
    }

    void toldOfPolicy(UUID user, String version) {
        jdbc.sql("UPDATE write.sign_in SET policy_told = :version WHERE user_id = :user AND policy_told < :version")
                .param("version", version)
                .param("user", user)
                .update();
    }

    void changeRole(UUID user, Role role) {
        jdbc.sql("UPDATE write.sign_in SET role = :role WHERE user_id = :user")
                .param("role", role.name())
                .param("user", user)
                .update();
    }

    /** From now on the user can't sign in, and the address is free. */
    void remove(UUID user) {
        jdbc.sql("DELETE FROM write.sign_in WHERE user_id = :user")
                .param("user", user)
                .update();
    }

    void upgrade(UUID user, String passwordHash) {
        jdbc.sql("UPDATE write.sign_in SET password_hash = :hash WHERE user_id = :user AND NOT claimed")
                .param("hash", passwordHash)
                .param("user", user)
                .update();
    }

    Optional<Credentials> find(UUID user) {
        return jdbc.sql("SELECT tenant_id, user_id, role, password_hash FROM write.sign_in"
                        + " WHERE user_id = :user AND NOT claimed")
                .param("user", user)
                .query(Credentials.class)
                .optional();
    }

    /**
     * Keeps another password until the event of its change is stored.
     *
     * @return false if one waits for that change already: whoever uses a link at the same moment as somebody else must
     *     not put theirs in its place
     */
    boolean stage(UUID user, UUID change, String passwordHash) {
        return jdbc.sql("""
                        UPDATE write.sign_in SET next_hash = :hash, next_change = :change
                        WHERE user_id = :user AND NOT claimed AND next_change IS DISTINCT FROM :change
                        """)
                        .param("hash", passwordHash)
                        .param("change", change)
                        .param("user", user)
                        .update()
                == 1;
    }

    /** The change was refused. */
    void unstage(UUID user, UUID change) {
        jdbc.sql("""
                        UPDATE write.sign_in SET next_hash = NULL, next_change = NULL
                        WHERE user_id = :user AND next_change = :change AND NOT claimed
                        """).param("user", user).param("change", change).update();
    }

    /**
     * The change has happened: the password that waits for it is the password. Doing it again changes nothing, and
     * nothing can wait for that change any more.
     */
    void takeStaged(UUID user, UUID change) {
        jdbc.sql("""
                        UPDATE write.sign_in SET password_hash = next_hash, next_hash = NULL
                        WHERE user_id = :user AND next_change = :change AND next_hash IS NOT NULL AND NOT claimed
                        """).param("user", user).param("change", change).update();
    }

    /** Keeps an address for a user who is about to change to it; false if another has it. */
    boolean claim(byte[] emailIndex, UUID tenant, UUID user) {
        return jdbc.sql("""
                        INSERT INTO write.sign_in (email_index, tenant_id, user_id, role, password_hash, claimed)
                        SELECT :email, :tenant, :user, own.role, '', true
                        FROM write.sign_in own WHERE own.user_id = :user AND NOT own.claimed
                        ON CONFLICT (email_index) DO UPDATE
                        SET tenant_id = excluded.tenant_id, user_id = excluded.user_id, role = excluded.role,
                            reserved_at = now(),
                            password_hash = '', claimed = true
                        WHERE sign_in.claimed AND (sign_in.user_id = :user
                            OR sign_in.reserved_at < now() - make_interval(secs => :patience))
                        """)
                        .param("email", emailIndex)
                        .param("tenant", tenant)
                        .param("user", user)
                        .param("patience", RESERVED_FOR.toSeconds())
                        .update()
                == 1;
    }

    /** From now on the user signs in by the claimed address, with the same password. Again, it changes nothing. */
    void move(UUID user, byte[] emailIndex) {
        jdbc.sql("""
                        WITH former AS (
                            DELETE FROM write.sign_in
                            WHERE user_id = :user AND NOT claimed AND email_index <> :email
                            RETURNING role, password_hash, next_hash, next_change)
                        UPDATE write.sign_in SET claimed = false, role = former.role, password_hash = former.password_hash,
                            next_hash = former.next_hash, next_change = former.next_change
                        FROM former WHERE email_index = :email AND user_id = :user
                        """).param("user", user).param("email", emailIndex).update();
    }
}
