package medflip.accounts.write;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.SupportId;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Support sessions that aren't over, and who is in by them. */
@Component
class SupportStore {

    /** A support session that holds. */
    record Grant(SupportId id, boolean mayWrite, Instant goodUntil) {}

    private record Row(UUID tenantId, UUID supportId, boolean mayWrite, OffsetDateTime goodUntil) {
        Grant grant() {
            return new Grant(SupportId.of(new TenantId(tenantId), supportId), mayWrite, goodUntil.toInstant());
        }
    }

    private final JdbcClient jdbc;

    SupportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Grant grant) {
        jdbc.sql("""
                        INSERT INTO write.support_grant (tenant_id, support_id, may_write, good_until)
                        VALUES (:tenant, :support, :mayWrite, :until) ON CONFLICT DO NOTHING
                        """)
                .param("tenant", grant.id().tenantId().value())
                .param("support", grant.id().local())
                .param("mayWrite", grant.mayWrite())
                .param("until", utc(grant.goodUntil()))
                .update();
    }

    /** Whose it is isn't known to an operator: the grant's own id says it. */
    Optional<Grant> find(UUID support) {
        return jdbc.sql("SELECT * FROM write.support_grant WHERE support_id = :support")
                .param("support", support)
                .query(Row.class)
                .optional()
                .map(Row::grant);
    }

    List<Grant> due(Instant now) {
        return jdbc
                .sql("SELECT * FROM write.support_grant WHERE good_until <= :now")
                .param("now", utc(now))
                .query(Row.class)
                .list()
                .stream()
                .map(Row::grant)
                .toList();
    }

    /** Notes that a session is in, if the support session still holds. */
    boolean enter(SupportId id, String sessionId) {
        return jdbc.sql("""
                        INSERT INTO write.support_visit (session_id, tenant_id, support_id)
                        SELECT :session, tenant_id, support_id FROM write.support_grant
                        WHERE tenant_id = :tenant AND support_id = :support
                        """)
                        .param("session", sessionId)
                        .param("tenant", id.tenantId().value())
                        .param("support", id.local())
                        .update()
                == 1;
    }

    void leave(String sessionId) {
        jdbc.sql("DELETE FROM write.support_visit WHERE session_id = :session")
                .param("session", sessionId)
                .update();
    }

    /** The support session is over; which sessions were in by it. */
    List<String> end(SupportId id) {
        jdbc.sql("DELETE FROM write.support_grant WHERE tenant_id = :tenant AND support_id = :support")
                .param("tenant", id.tenantId().value())
                .param("support", id.local())
                .update();
        return jdbc.sql("""
                        DELETE FROM write.support_visit WHERE tenant_id = :tenant AND support_id = :support
                        RETURNING session_id
                        """)
                .param("tenant", id.tenantId().value())
                .param("support", id.local())
                .query(String.class)
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
