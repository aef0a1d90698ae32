package medflip.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes which businesses are refused for their haste, so that an operator sees it, whichever process refused them. A
 * flood costs the database one row every ten seconds.
 */
@Component
class RefusedRequests {

    private static final Duration NOTED_EVERY = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<TenantId, Count> counts = new ConcurrentHashMap<>();

    RefusedRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Count(long waiting, Instant notedAt) {}

    /**
     * A business that was refused.
     *
     * @param refused how often since it was first noted, at least: what came within ten seconds is noted with the next
     */
    record RefusedBusiness(UUID tenantId, long refused, Instant lastAt) {}

    /** Counts one that was refused. */
    void count(TenantId tenant) {
        Instant now = clock.instant();
        Count counted = counts.merge(
                tenant,
                new Count(1, Instant.EPOCH),
                (before, one) -> new Count(before.waiting() + 1, before.notedAt()));
        if (counted.notedAt().plus(NOTED_EVERY).isBefore(now) && counts.replace(tenant, counted, new Count(0, now))) {
            note(tenant, counted.waiting(), now);
            counts.values()
                    .removeIf(each -> each.waiting() == 0
                            && each.notedAt().plus(NOTED_EVERY).isBefore(now));
        }
    }

    private void note(TenantId tenant, long refused, Instant at) {
        jdbc.sql("""
                        INSERT INTO write.refused_request AS r (tenant_id, refused, last_at) VALUES (:tenant, :refused, :at)
                        ON CONFLICT (tenant_id) DO UPDATE SET
                            refused = r.refused + excluded.refused, last_at = greatest(r.last_at, excluded.last_at)
                        """)
                .param("tenant", tenant.value())
                .param("refused", refused)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The last refused first. */
    List<RefusedBusiness> all() {
        return jdbc.sql("SELECT tenant_id, refused, last_at FROM write.refused_request ORDER BY last_at DESC")
                .query((row, number) -> new RefusedBusiness(
                        Columns.id(row, "tenant_id"), row.getLong("refused"), Columns.instant(row, "last_at")))
                .list();
    }
}
