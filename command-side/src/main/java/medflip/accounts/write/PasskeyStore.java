package medflip.accounts.write;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TenantSeal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People's passkeys, as far as we know them: public keys. And the challenges that were given out and not answered yet.
 */
@Component
class PasskeyStore {

    private static final String NAME = "passkey-name";
    /** As long as a browser waits for its person, and a little more. */
    private static final Duration CHALLENGE_GOOD_FOR = Duration.ofMinutes(6);

    /**
     * A passkey.
     *
     * @param credential id and public key, in the form of the authenticator's data
     * @param counter how often it was used, as it says itself; 0 where it doesn't count
     */
    record Passkey(UserId user, UUID id, byte[] credential, boolean backupEligible, boolean backedUp, long counter) {}

    /** A passkey as its owner sees it. */
    record NamedPasskey(
            UUID id, String name, Instant addedAt, @Nullable Instant usedAt) {}

    private record Row(
            UUID passkeyId,
            byte[] name,
            OffsetDateTime addedAt,
            @Nullable OffsetDateTime usedAt) {}

    private final JdbcClient jdbc;
    private final TenantSeal seal;
    private final Clock clock;

    PasskeyStore(JdbcClient jdbc, TenantSeal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param user for whose new passkey it is; null for a sign-in, since nobody is known yet */
    void give(byte[] challenge, @Nullable UUID user) {
        jdbc.sql("DELETE FROM write.passkey_challenge WHERE good_until < :now")
                .param("now", now())
                .update();
        jdbc.sql(
                        "INSERT INTO write.passkey_challenge (challenge, user_id, good_until) VALUES (:challenge, :user, :until)")
                .param("challenge", challenge)
                .param("user", user)
                .param("until", now().plus(CHALLENGE_GOOD_FOR))
                .update();
    }

    /** Whether it was given for that and not taken before: a challenge is answered once. */
    boolean take(byte[] challenge, @Nullable UUID user) {
        return jdbc.sql("""
                        DELETE FROM write.passkey_challenge
                        WHERE challenge = :challenge AND user_id IS NOT DISTINCT FROM :user AND good_until >= :now
                        """)
                        .param("challenge", challenge)
                        .param("user", user, java.sql.Types.OTHER)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Keeps a passkey, to be used once its event is stored. */
    void keep(Passkey passkey, byte[] credentialId, String name) {
        jdbc.sql("""
                        INSERT INTO write.passkey
                            (credential_id, tenant_id, user_id, passkey_id, credential, backup_eligible, backed_up,
                             counter, name, added_at)
                        VALUES (:credentialId, :tenant, :user, :id, :credential, :eligible, :backedUp, :counter, :name,
                                :now)
                        """)
                .param("credentialId", credentialId)
                .param("tenant", passkey.user().tenantId().value())
                .param("user", passkey.user().local())
                .param("id", passkey.id())
                .param("credential", passkey.credential())
                .param("eligible", passkey.backupEligible())
                .param("backedUp", passkey.backedUp())
                .param("counter", passkey.counter())
                .param("name", seal.sealForSubject(passkey.user(), NAME, name.getBytes(StandardCharsets.UTF_8)))
                .param("now", now())
                .update();
    }

    void use(UserId user, UUID id) {
        jdbc.sql("UPDATE write.passkey SET in_use = true WHERE user_id = :user AND passkey_id = :id")
                .param("user", user.local())
                .param("id", id)
                .update();
    }

    void remove(UserId user, UUID id) {
        jdbc.sql("DELETE FROM write.passkey WHERE user_id = :user AND passkey_id = :id")
                .param("user", user.local())
                .param("id", id)
                .update();
    }

    Optional<Passkey> find(byte[] credentialId) {
        return jdbc.sql("SELECT * FROM write.passkey WHERE credential_id = :id AND in_use")
                .param("id", credentialId)
                .query((row, number) -> new Passkey(
                        UserId.of(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("user_id", UUID.class)),
                        row.getObject("passkey_id", UUID.class),
                        row.getBytes("credential"),
                        row.getBoolean("backup_eligible"),
                        row.getBoolean("backed_up"),
                        row.getLong("counter")))
                .optional();
    }

    void used(Passkey passkey, boolean backedUp, long counter) {
        jdbc.sql("""
                        UPDATE write.passkey SET backed_up = :backedUp, counter = :counter, used_at = :now
                        WHERE passkey_id = :id
                        """)
                .param("backedUp", backedUp)
                .param("counter", counter)
                .param("now", now())
                .param("id", passkey.id())
                .update();
    }

    List<NamedPasskey> of(UserId user) {
        return jdbc.sql("""
                        SELECT passkey_id, name, added_at, used_at FROM write.passkey
                        WHERE user_id = :user AND in_use ORDER BY added_at, passkey_id
                        """).param("user", user.local()).query(Row.class).list().stream()
                .map(row -> new NamedPasskey(
                        row.passkeyId(),
                        new String(
                                seal.openForSubject(user.tenantId(), Keyring.nameOf(user), NAME, row.name()),
                                StandardCharsets.UTF_8),
                        row.addedAt().toInstant(),
                        row.usedAt() == null ? null : row.usedAt().toInstant()))
                .toList();
    }

    /** Ids of the keys themselves: a device that has one of them needs no second. */
    List<byte[]> credentialIds(UserId user) {
        return jdbc.sql("SELECT credential_id FROM write.passkey WHERE user_id = :user AND in_use")
                .param("user", user.local())
                .query(byte[].class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
