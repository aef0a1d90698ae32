package medflip.accounts.write;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Wishes for another password that nobody has seen to yet. */
@Component
class PasswordResetStore {

    /** Whatever stood in the way of a link that was good for half an hour: nobody waits for it any more. */
    private static final Duration KEPT = Duration.ofDays(1);

    record Asked(UUID id, byte[] emailIndex, Instant at) {}

    private final JdbcClient jdbc;

    PasswordResetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Asked asked) {
        jdbc.sql("""
                        INSERT INTO write.password_reset_request (request_id, email_index, requested_at)
                        VALUES (:id, :email, :at)
                        """)
                .param("id", asked.id())
                .param("email", asked.emailIndex())
                .param("at", asked.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Asked> all() {
        return jdbc.sql("SELECT request_id, email_index, requested_at FROM write.password_reset_request")
                .query((row, number) -> new Asked(
                        row.getObject("request_id", UUID.class),
                        row.getBytes("email_index"),
                        row.getObject("requested_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM write.password_reset_request WHERE request_id = :id")
                .param("id", id)
                .update();
    }

    RetentionRule old() {
        return new RetentionRule(
                "password-resets",
                "P2.5",
                "Wishes for another password that couldn't be seen to within a day",
                KEPT,
                KEPT.plusDays(1),
                RetainedRows.deleted(jdbc, "write.password_reset_request", "r.requested_at < :before"));
    }
}
