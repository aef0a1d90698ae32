package medflip.accounts.write;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Wishes for another password that nobody has seen to yet. */
@Component
class PasswordResetStore {

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
}
