package medflip.platform.eventstore;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which events say something about whom: noted behind the log, so that no append waits for it, and good for all of the
 * log at any time, since what isn't noted yet is looked at.
 */
public final class Mentions {

    /** As each encrypted value begins. */
    private static final String SAID_OF_SUBJECTS = """
            EXISTS (SELECT FROM unnest(:subjects::text[]) AS subject
                    WHERE position(convert_to('"subject":"' || subject || '"', 'UTF8') IN payload) > 0)
            """;

    /** By what was noted, and by looking at those few of the tenant's events that came since. */
    static final String OF = "SELECT " + StoredEvent.COLUMNS + """
             FROM events.domain_event
            WHERE tenant_id = :tenant AND global_index IN (
                SELECT position FROM write.said_about
                WHERE tenant_id = :tenant AND subject IN (
                    SELECT hashtextextended(subject, 0) FROM unnest(:subjects::text[]) AS subject))
              AND\s""" + SAID_OF_SUBJECTS + "UNION ALL SELECT "
            + StoredEvent.COLUMNS + """
             FROM events.domain_event
            WHERE (tenant_id, global_index) > (:tenant, (SELECT position FROM write.said_about_noted))
              AND tenant_id <= :tenant
              AND\s""" + SAID_OF_SUBJECTS + "ORDER BY global_index";

    /** A stretch of the log, up to the first event whose transaction isn't older than all that still run. */
    private static final String NOTE = """
            WITH noted AS MATERIALIZED (SELECT position FROM write.said_about_noted FOR UPDATE),
            stretch AS MATERIALIZED (
                SELECT e.global_index, e.tenant_id, e.payload,
                       e.tx_id < pg_snapshot_xmin(pg_current_snapshot()) AS settled
                FROM events.domain_event e, noted
                WHERE e.global_index > noted.position ORDER BY e.global_index LIMIT :stretch),
            settled AS MATERIALIZED (
                SELECT * FROM stretch WHERE global_index < coalesce(
                    (SELECT min(global_index) FROM stretch WHERE NOT settled), 9223372036854775807)),
            said AS (
                INSERT INTO write.said_about (tenant_id, subject, position)
                SELECT s.tenant_id, hashtextextended(whose[1], 0), s.global_index
                FROM settled s, regexp_matches(encode(s.payload, 'escape'), '"subject":"([^"]+)"', 'g') AS whose
                ON CONFLICT DO NOTHING)
            UPDATE write.said_about_noted SET position = (SELECT max(global_index) FROM settled)
            WHERE EXISTS (SELECT FROM settled)
            """;

    private static final int STRETCH = 20_000;

    private final JdbcClient jdbc;

    /** @param dataSource a pool of the service role's */
    public Mentions(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A tenant's events that hold something encrypted under the keys of these, in order. */
    public List<StoredEvent> of(TenantId tenant, Collection<String> subjects) {
        return jdbc.sql(OF)
                .param("tenant", tenant.value())
                .param("subjects", subjects.toArray(String[]::new))
                .query((row, number) -> StoredEvent.of(row))
                .list();
    }

    /** Notes of whom the events say something that came since it was last noted. Repeatable, and may stop anywhere. */
    public void note() {
        int more;
        do {
            more = jdbc.sql(NOTE).param("stretch", STRETCH).update();
        } while (more > 0);
    }
}
