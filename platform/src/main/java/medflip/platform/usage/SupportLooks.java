package medflip.platform.usage;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import medflip.platform.web.SupportVisitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes what is looked at through a support session, before it is shown: what can't be noted isn't shown. */
@Component
class SupportLooks {

    private final JdbcClient jdbc;
    private final Clock clock;

    SupportLooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param endpoint such as {@code GET /api/deals/{id}}: what kind of thing, not which one */
    void note(SupportVisitor visitor, String endpoint) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        INSERT INTO write.support_look AS l
                            (tenant_id, support_id, operator_id, endpoint, times, first_at, last_at)
                        VALUES (:tenant, :support, :operator, :endpoint, 1, :now, :now)
                        ON CONFLICT (tenant_id, support_id, operator_id, endpoint)
                        DO UPDATE SET times = l.times + 1, last_at = excluded.last_at
                        """)
                .param("tenant", visitor.tenant())
                .param("support", visitor.grant())
                .param("operator", visitor.operator())
                .param("endpoint", endpoint)
                .param("now", now)
                .update();
    }
}
