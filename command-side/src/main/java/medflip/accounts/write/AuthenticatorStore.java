package medflip.accounts.write;

import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TenantSeal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets that people's authenticator apps share with us, each sealed under its person's key. */
@Component
class AuthenticatorStore {

    private static final String PURPOSE = "authenticator";

    /**
     * An authenticator.
     *
     * @param recoveryCodes which set of recovery codes stands in for it; null until it is in use
     */
    record Authenticator(byte[] secret, @Nullable UUID recoveryCodes) {}

    private record Sealed(byte[] secret, @Nullable UUID recoveryCodes) {}

    private final JdbcClient jdbc;
    private final TenantSeal seal;

    AuthenticatorStore(JdbcClient jdbc, TenantSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Keeps a secret until its owner has shown a code of it; one that is in use stays. */
    void offer(UserId user, byte[] secret) {
        jdbc.sql("""
                        INSERT INTO write.authenticator (tenant_id, user_id, secret) VALUES (:tenant, :user, :secret)
                        ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret
                        WHERE authenticator.recovery_codes IS NULL
                        """)
                .param("tenant", user.tenantId().value())
                .param("user", user.local())
                .param("secret", seal.sealForSubject(user, PURPOSE, secret))
                .update();
    }

    Optional<Authenticator> find(UserId user) {
        return jdbc.sql("SELECT secret, recovery_codes FROM write.authenticator WHERE user_id = :user")
                .param("user", user.local())
                .query(Sealed.class)
                .optional()
                .map(row -> new Authenticator(
                        seal.openForSubject(user.tenantId(), Keyring.nameOf(user), PURPOSE, row.secret()),
                        row.recoveryCodes()));
    }

    /** Puts it in use, or other recovery codes in the place of those that were. */
    void use(UserId user, UUID recoveryCodes) {
        jdbc.sql("UPDATE write.authenticator SET recovery_codes = :codes WHERE user_id = :user")
                .param("codes", recoveryCodes)
                .param("user", user.local())
                .update();
    }

    void remove(UserId user) {
        jdbc.sql("DELETE FROM write.authenticator WHERE user_id = :user")
                .param("user", user.local())
                .update();
    }

    /** False if a code of that step, or of a later one, was taken before: nobody who looks on can use it again. */
    boolean takeStep(UserId user, long step) {
        return jdbc.sql("UPDATE write.authenticator SET last_step = :step WHERE user_id = :user AND last_step < :step")
                        .param("step", step)
                        .param("user", user.local())
                        .update()
                == 1;
    }
}
