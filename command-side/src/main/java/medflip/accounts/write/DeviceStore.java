package medflip.accounts.write;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import medflip.platform.text.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which sessions a user has open and from where, and the login history. A session itself is a row of Spring's, which
 * this one names; without that it is over.
 */
@Component
class DeviceStore {

    /**
     * Security records are gone within 90 days (policy promise P2.5): the last day is for a service that stood still.
     */
    private static final Duration KEPT = Duration.ofDays(89);

    private static final int MOST_SHOWN = 200;
    private static final String PURPOSE = "accounts.device";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What can be in the history. */
    enum What {
        SIGNED_UP,
        SIGNED_IN,
        REMEMBERED,
        WRONG_PASSWORD,
        RESET_ASKED,
        PASSWORD_RESET,
        PASSWORD_CHANGED,
        COPY_OF_REMEMBERED
    }

    record OpenSession(
            UUID reference,
            String sessionId,
            @Nullable UUID series,
            Instant openedAt,
            Instant lastUsedAt,
            Device device) {}

    record Entry(What what, Instant at, Device device) {}

    private final JdbcClient jdbc;
    private final TenantSeal seal;

    DeviceStore(JdbcClient jdbc, TenantSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Answers how the session is called from then on. */
    UUID opened(UserId user, String sessionId, @Nullable UUID series, Device device, Instant now) {
        UUID reference = Ids.next();
        jdbc.sql("""
                        INSERT INTO write.open_session
                            (session_id, tenant_id, user_id, reference_id, series_id, opened_at, about)
                        VALUES (:session, :tenant, :user, :reference, :series, :now, :about)
                        """)
                .param("session", sessionId)
                .param("tenant", user.tenantId().value())
                .param("user", user.local())
                .param("reference", reference)
                .param("series", series)
                .param("now", utc(now))
                .param("about", sealed(user, device))
                .update();
        return reference;
    }

    /** The session goes on under another id. */
    void renamed(String sessionId, String newId) {
        jdbc.sql("UPDATE write.open_session SET session_id = :new WHERE session_id = :old")
                .param("new", newId)
                .param("old", sessionId)
                .update();
    }

    /** The last used first. */
    List<OpenSession> open(UserId user) {
        return jdbc.sql("""
                        SELECT o.reference_id, o.session_id, o.series_id, o.opened_at, o.about, s.last_access_time
                        FROM write.open_session o JOIN write.spring_session s ON s.session_id = o.session_id
                        WHERE o.tenant_id = :tenant AND o.user_id = :user
                          AND s.expiry_time >= extract(epoch FROM now()) * 1000
                        ORDER BY s.last_access_time DESC
                        """)
                .param("tenant", user.tenantId().value())
                .param("user", user.local())
                .query((row, number) -> new OpenSession(
                        row.getObject("reference_id", UUID.class),
                        row.getString("session_id"),
                        row.getObject("series_id", UUID.class),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                        device(user, row.getBytes("about"))))
                .list();
    }

    /** Sessions that the user opened before then. */
    List<String> openedBefore(UserId user, Instant then) {
        return jdbc.sql("""
                        SELECT session_id FROM write.open_session
                        WHERE tenant_id = :tenant AND user_id = :user AND opened_at < :then
                        """)
                .param("tenant", user.tenantId().value())
                .param("user", user.local())
                .param("then", utc(then))
                .query(String.class)
                .list();
    }

    Optional<UUID> seriesOf(String sessionId) {
        return jdbc.sql(
                        "SELECT series_id FROM write.open_session WHERE session_id = :session AND series_id IS NOT NULL")
                .param("session", sessionId)
                .query(UUID.class)
                .optional();
    }

    /** @param session that was opened, if one was: what is done in it was done from there */
    void record(UserId user, What what, Device device, Instant now, @Nullable UUID session) {
        jdbc.sql("""
                        INSERT INTO write.sign_in_record
                            (tenant_id, record_id, user_id, what, recorded_at, about, session_id)
                        VALUES (:tenant, :record, :user, :what, :now, :about, :session)
                        """)
                .param("tenant", user.tenantId().value())
                .param("record", Ids.next())
                .param("session", session, Types.OTHER)
                .param("user", user.local())
                .param("what", what.name())
                .param("now", utc(now))
                .param("about", sealed(user, device))
                .update();
    }

    /** The newest first. */
    List<Entry> history(UserId user) {
        return jdbc.sql("""
                        SELECT what, recorded_at, about FROM write.sign_in_record
                        WHERE tenant_id = :tenant AND user_id = :user ORDER BY recorded_at DESC LIMIT :most
                        """)
                .param("tenant", user.tenantId().value())
                .param("user", user.local())
                .param("most", MOST_SHOWN)
                .query((row, number) -> new Entry(
                        What.valueOf(row.getString("what")),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        device(user, row.getBytes("about"))))
                .list();
    }

    long count(UserId user) {
        return jdbc.sql("SELECT count(*) FROM write.sign_in_record WHERE tenant_id = :tenant AND user_id = :user")
                .param("tenant", user.tenantId().value())
                .param("user", user.local())
                .query(Long.class)
                .single();
    }

    void forget(UserId user) {
        jdbc.sql("DELETE FROM write.sign_in_record WHERE tenant_id = :tenant AND user_id = :user")
                .param("tenant", user.tenantId().value())
                .param("user", user.local())
                .update();
    }

    RetentionRule oldRecords() {
        return new RetentionRule(
                "sign-ins.history",
                "P2.5",
                "From where somebody signed in, after 90 days",
                KEPT,
                KEPT.plusDays(1),
                RetainedRows.deletedUnlessHeld(jdbc, "write.sign_in_record", "r.recorded_at < :before"));
    }

    /** A session is stored at the end of the request that opened it: what is younger may yet come. */
    RetentionRule endedSessions() {
        return new RetentionRule(
                "sign-ins.sessions",
                "P2.5",
                "From where a session was opened, when it is over",
                Duration.ofHours(1),
                Duration.ofDays(1),
                RetainedRows.deleted(jdbc, "write.open_session", """
                        r.opened_at < :before
                        AND NOT EXISTS (SELECT FROM write.spring_session s WHERE s.session_id = r.session_id)
                        """));
    }

    private byte[] sealed(UserId user, Device device) {
        return seal.sealForSubject(user, PURPOSE, JSON.writeValueAsBytes(device));
    }

    private Device device(UserId user, byte[] about) {
        return JSON.readValue(seal.openForSubject(user.tenantId(), Keyring.nameOf(user), PURPOSE, about), Device.class);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
