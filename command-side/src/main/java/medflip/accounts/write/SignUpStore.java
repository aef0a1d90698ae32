package medflip.accounts.write;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.TenantId;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Wishes to sign up: those that nobody has seen to yet, and those whose links are out. */
@Component
class SignUpStore {

    /**
     * One wish.
     *
     * @param id of the business that comes of it
     * @param tokenHash of the link
     * @param email as {@link SignUps} seals it
     */
    record Asked(UUID id, String tokenHash, byte[] emailIndex, byte[] email, Instant at) {

        TenantId business() {
            return new TenantId(id);
        }

        /** The same however often the link is followed. */
        UserId owner() {
            return UserId.of(business(), UUID.nameUUIDFromBytes((id + "/owner").getBytes(StandardCharsets.UTF_8)));
        }
    }

    private final JdbcClient jdbc;

    SignUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Asked asked) {
        jdbc.sql("""
                        INSERT INTO write.sign_up (sign_up_id, token_hash, email_index, email, asked_at)
                        VALUES (:id, :hash, :index, :email, :at)
                        """)
                .param("id", asked.id())
                .param("hash", asked.tokenHash())
                .param("index", asked.emailIndex())
                .param("email", asked.email())
                .param("at", asked.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Asked> unmailed() {
        return jdbc.sql("SELECT * FROM write.sign_up WHERE NOT mailed ORDER BY asked_at")
                .query(SignUpStore::asked)
                .list();
    }

    Optional<Asked> find(String tokenHash, Instant askedAfter) {
        return jdbc.sql("SELECT * FROM write.sign_up WHERE token_hash = :hash AND asked_at > :after")
                .param("hash", tokenHash)
                .param("after", askedAfter.atOffset(ZoneOffset.UTC))
                .query(SignUpStore::asked)
                .optional();
    }

    void mailed(UUID id) {
        jdbc.sql("UPDATE write.sign_up SET mailed = true WHERE sign_up_id = :id")
                .param("id", id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM write.sign_up WHERE sign_up_id = :id")
                .param("id", id)
                .update();
    }

    RetentionRule old() {
        return new RetentionRule(
                "sign-ups",
                "P2.1",
                "Sign-ups that were begun by mail, when their links are no longer good",
                SignUps.GOOD_FOR,
                SignUps.GOOD_FOR.plusDays(1),
                RetainedRows.deleted(jdbc, "write.sign_up", "r.asked_at < :before"));
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                row.getObject("sign_up_id", UUID.class),
                row.getString("token_hash"),
                row.getBytes("email_index"),
                row.getBytes("email"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
