package medflip.accounts.write;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.Role;
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
    }

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
                            password_hash = excluded.password_hash, reserved_at = now()
                        WHERE sign_in.reserved_at < now() - make_interval(secs => :patience)
                          AND NOT\s""" + HAS_EVENTS)
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
        return jdbc.sql(
                        "SELECT tenant_id, user_id, role, password_hash FROM write.sign_in WHERE email_index = :email AND "
                                + HAS_EVENTS)
                .param("email", emailIndex)
                .query(Credentials.class)
                .optional();
    }

    Optional<Credentials> find(UUID user) {
        return jdbc.sql("SELECT tenant_id, user_id, role, password_hash FROM write.sign_in WHERE user_id = :user")
                .param("user", user)
                .query(Credentials.class)
                .optional();
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
        jdbc.sql("UPDATE write.sign_in SET password_hash = :hash WHERE user_id = :user")
                .param("hash", passwordHash)
                .param("user", user)
                .update();
    }
}
