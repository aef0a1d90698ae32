package medflip.accounts.write;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.TenantId;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The series of remembered sign-ins. Of a token, and of who replaced it, only a hash is kept. */
@Component
class RememberedSignInStore {

    record Series(UserId user, String tokenHash, @Nullable String replacedBy, Instant rotatedAt, Instant expiresAt) {}

    private final JdbcClient jdbc;

    RememberedSignInStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(UUID series, UserId user, String tokenHash, Instant now, Instant expiresAt) {
        jdbc.sql("""
                        INSERT INTO write.remembered_sign_in
                            (series_id, tenant_id, user_id, token_hash, rotated_at, expires_at)
                        VALUES (:series, :tenant, :user, :hash, :now, :expires)
                        """)
                .param("series", series)
                .param("tenant", user.tenantId().value())
                .param("user", user.local())
                .param("hash", tokenHash)
                .param("now", utc(now))
                .param("expires", utc(expiresAt))
                .update();
    }

    Optional<Series> find(UUID series) {
        return jdbc.sql("""
                        SELECT tenant_id, user_id, token_hash, replaced_by, rotated_at, expires_at
                        FROM write.remembered_sign_in WHERE series_id = :series
                        """)
                .param("series", series)
                .query((row, number) -> new Series(
                        UserId.of(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("user_id", UUID.class)),
                        row.getString("token_hash"),
                        row.getString("replaced_by"),
                        row.getObject("rotated_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Replaces the token, for one of those who bring it at the same moment.
     *
     * @param replacedBy trace of who brought it
     */
    boolean rotate(UUID series, String tokenHash, String replacedBy, String nextHash, Instant now) {
        return jdbc.sql("""
                        UPDATE write.remembered_sign_in
                        SET replaced_by = :by, token_hash = :next, rotated_at = :now
                        WHERE series_id = :series AND token_hash = :hash
                        """)
                        .param("series", series)
                        .param("hash", tokenHash)
                        .param("by", replacedBy)
                        .param("next", nextHash)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void end(UUID series) {
        jdbc.sql("DELETE FROM write.remembered_sign_in WHERE series_id = :series")
                .param("series", series)
                .update();
    }

    void endAllBut(UserId user, @Nullable UUID kept) {
        jdbc.sql("""
                        DELETE FROM write.remembered_sign_in
                        WHERE tenant_id = :tenant AND user_id = :user AND series_id IS DISTINCT FROM :kept::uuid
                        """)
                .param("kept", kept)
                .param("tenant", user.tenantId().value())
                .param("user", user.local())
                .update();
    }

    /** Forgets the browsers that were remembered before then. */
    void endThoseBefore(UserId user, Instant then) {
        jdbc.sql("""
                        DELETE FROM write.remembered_sign_in
                        WHERE tenant_id = :tenant AND user_id = :user AND expires_at < :expires
                        """)
                .param("tenant", user.tenantId().value())
                .param("user", user.local())
                .param("expires", utc(then.plus(RememberMe.REMEMBERED_FOR)))
                .update();
    }

    RetentionRule old() {
        return new RetentionRule(
                "sign-ins.remembered",
                "P2.5",
                "Browsers that were remembered, when they no longer are",
                Duration.ZERO,
                Duration.ofDays(1),
                RetainedRows.deleted(jdbc, "write.remembered_sign_in", "r.expires_at < :before"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
