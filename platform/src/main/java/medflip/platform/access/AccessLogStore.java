package medflip.platform.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import medflip.platform.seal.SealedLog.Entry;
import medflip.platform.web.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps looks, for as long as other records of how the service is used (policy promise P2.5). */
@Component
class AccessLogStore {

    /** Held by whoever adds, so that the order of positions is the order of becoming visible. */
    private static final long LOCK = 7_075_109_869L;

    /** The last of 90 days is for a service that stood still. */
    private static final Duration KEPT = Duration.ofDays(89);

    /** @param at to the microsecond, as it is kept */
    record Look(
            TenantId tenant,
            Instant at,
            String actor,
            String what,
            @Nullable UUID record) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AccessLogStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    void add(List<Look> looks) {
        if (looks.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, number) -> true)
                    .single();
            jdbc.sql("""
                            INSERT INTO write.access_entry (tenant_id, at, actor, what, record_id)
                            SELECT l.tenant, l.at::timestamptz, l.actor, l.what, l.record
                            FROM unnest(:tenants::uuid[], :ats::text[], :actors::text[], :whats::text[],
                                        :records::uuid[])
                                WITH ORDINALITY AS l (tenant, at, actor, what, record, place)
                            ORDER BY l.place
                            """)
                    .param(
                            "tenants",
                            looks.stream().map(look -> look.tenant().value()).toArray(UUID[]::new))
                    .param(
                            "ats",
                            looks.stream().map(look -> look.at().toString()).toArray(String[]::new))
                    .param("actors", looks.stream().map(Look::actor).toArray(String[]::new))
                    .param("whats", looks.stream().map(Look::what).toArray(String[]::new))
                    .param("records", looks.stream().map(Look::record).toArray(UUID[]::new))
                    .update();
        });
    }

    /** Those behind a position, up to the first whose transaction isn't older than all that still run. */
    List<Entry> settled(long after, int most) {
        record Seen(Entry entry, boolean settled) {}
        return jdbc
                .sql("""
                        SELECT tenant_id, position, at, actor, what, record_id,
                               tx_id < pg_snapshot_xmin(pg_current_snapshot()) AS settled
                        FROM write.access_entry WHERE position > :after ORDER BY position LIMIT :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Seen(
                        Entry.of(
                                new TenantId(Columns.id(row, "tenant_id")),
                                row.getLong("position"),
                                "access/1",
                                Columns.id(row, "tenant_id"),
                                row.getLong("position"),
                                Columns.instant(row, "at"),
                                row.getString("actor"),
                                row.getString("what"),
                                Columns.idOrNull(row, "record_id")),
                        row.getBoolean("settled")))
                .list()
                .stream()
                .takeWhile(Seen::settled)
                .map(Seen::entry)
                .toList();
    }

    Optional<Instant> recordedBehind(long position) {
        return jdbc.sql("SELECT at FROM write.access_entry WHERE position > :after ORDER BY position LIMIT 1")
                .param("after", position)
                .query((row, number) -> Columns.instant(row, "at"))
                .optional();
    }

    RetentionRule old() {
        return new RetentionRule(
                "access-log",
                "P2.5",
                "Who has looked at what, after 90 days; the hashes by which that was sealed stay",
                KEPT,
                KEPT.plusDays(1),
                RetainedRows.deleted(jdbc, "write.access_entry", "r.at < :before"));
    }

    /** Has old looks forgotten. */
    @Configuration(proxyBeanMethods = false)
    static class Retention {

        @Bean
        RetentionRule oldLooks(AccessLogStore store) {
            return store.old();
        }
    }
}
