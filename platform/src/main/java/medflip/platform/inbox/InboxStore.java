package medflip.platform.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.Forgets.Forgotten;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the inbox; each statement is a transaction of its own. */
@Component
class InboxStore {

    /** How long a delivery is kept, read or not. */
    private static final Duration KEPT = Duration.ofDays(29);

    /** A reader that needs longer than this has died. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** A row in the hands of one reader. */
    record Taken(TenantId tenant, String provider, String key, String kind, byte[] sealed, int attempts) {}

    private final JdbcClient jdbc;
    private final TenantSeal seal;

    InboxStore(JdbcClient jdbc, TenantSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Whether it is new. */
    boolean add(Delivery delivery, Instant now) {
        return jdbc.sql("""
                        INSERT INTO write.inbox
                            (tenant_id, provider, delivery_key, kind, content, received_at, due_at)
                        VALUES (:tenant, :provider, :key, :kind, :content, :now, :now)
                        ON CONFLICT (tenant_id, provider, delivery_key) DO NOTHING
                        """)
                        .param("tenant", delivery.tenant().value())
                        .param("provider", delivery.provider())
                        .param("key", delivery.key())
                        .param("kind", delivery.kind())
                        .param(
                                "content",
                                seal.sealForTenant(
                                        delivery.tenant(),
                                        purpose(delivery.provider(), delivery.key()),
                                        delivery.content()))
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /** Takes what is due, the oldest first. */
    List<Taken> take(int most, Instant now) {
        return jdbc.sql("""
                        WITH next AS (
                            SELECT tenant_id, provider, delivery_key FROM write.inbox
                            WHERE state = 'PENDING' AND due_at <= :now
                            ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE write.inbox i SET attempts = i.attempts + 1, due_at = :lease
                        FROM next WHERE i.tenant_id = next.tenant_id AND i.provider = next.provider
                            AND i.delivery_key = next.delivery_key
                        RETURNING i.tenant_id, i.provider, i.delivery_key, i.kind, i.content, i.attempts
                        """)
                .param("most", most)
                .param("now", utc(now))
                .param("lease", utc(now.plus(LEASE)))
                .query((row, number) -> new Taken(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        row.getString("provider"),
                        row.getString("delivery_key"),
                        row.getString("kind"),
                        row.getBytes("content"),
                        row.getInt("attempts")))
                .list();
    }

    Delivery open(Taken taken) {
        byte[] content = seal.openForTenant(taken.tenant(), purpose(taken.provider(), taken.key()), taken.sealed());
        return new Delivery(taken.tenant(), taken.provider(), taken.key(), taken.kind(), content);
    }

    void settle(Taken taken, String state, @Nullable String reason) {
        update(taken, "state = :state, reason = :reason")
                .param("state", state)
                .param("reason", reason)
                .update();
    }

    void retry(Taken taken, Instant at) {
        update(taken, "due_at = :at").param("at", utc(at)).update();
    }

    private JdbcClient.StatementSpec update(Taken taken, String set) {
        return jdbc.sql("UPDATE write.inbox SET " + set
                        + " WHERE tenant_id = :tenant AND provider = :provider AND delivery_key = :key"
                        + " AND state = 'PENDING'")
                .param("tenant", taken.tenant().value())
                .param("provider", taken.provider())
                .param("key", taken.key());
    }

    /** Deliveries lie under the business's key and name nobody: each is opened, and goes if it is about the person. */
    Forgets ofPeople() {
        return new Forgets() {
            @Override
            public String holds() {
                return "deliveries";
            }

            @Override
            public long count(Forgotten who) {
                return about(who).size();
            }

            @Override
            public void forget(Forgotten who) {
                for (Taken delivery : about(who)) {
                    jdbc.sql("""
                                    DELETE FROM write.inbox
                                    WHERE tenant_id = :tenant AND provider = :provider AND delivery_key = :key
                                    """)
                            .param("tenant", delivery.tenant().value())
                            .param("provider", delivery.provider())
                            .param("key", delivery.key())
                            .update();
                }
            }
        };
    }

    private List<Taken> about(Forgotten who) {
        return jdbc
                .sql("SELECT * FROM write.inbox WHERE tenant_id = :tenant")
                .param("tenant", who.tenant().value())
                .query((row, number) -> new Taken(
                        who.tenant(),
                        row.getString("provider"),
                        row.getString("delivery_key"),
                        row.getString("kind"),
                        row.getBytes("content"),
                        row.getInt("attempts")))
                .stream()
                .filter(delivery -> who.values().identify(open(delivery).content()))
                .toList();
    }

    RetentionRule old() {
        return new RetentionRule(
                "inbox",
                "P4.1",
                "What other services delivered, as it came, after 30 days",
                KEPT,
                KEPT.plusDays(1),
                RetainedRows.deleted(jdbc, "write.inbox", "r.received_at < :before"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String purpose(String provider, String key) {
        return "inbox/" + provider + "/" + key;
    }
}
