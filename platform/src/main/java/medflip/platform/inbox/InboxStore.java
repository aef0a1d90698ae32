package medflip.platform.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.Forgets.Forgotten;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import medflip.platform.trace.TracePoint;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
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
    record Taken(
            TenantId tenant,
            String provider,
            String key,
            String kind,
            byte[] sealed,
            int attempts,
            Instant firstDueAt,
            @Nullable TracePoint delivered) {}

    private static final String KEPT_ONES = "SELECT * FROM write.inbox WHERE ";

    private static final String UNREAD = KEPT_ONES + """
            (state IN ('REFUSED', 'SET_ASIDE') OR state = 'PENDING' AND received_at < :before)
            """;

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
                            (tenant_id, provider, delivery_key, kind, content, received_at, due_at, trace)
                        VALUES (:tenant, :provider, :key, :kind, :content, :now, :now, :trace)
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
                        .param("trace", written(TracePoint.here()))
                        .update()
                > 0;
    }

    private static @Nullable String written(@Nullable TracePoint point) {
        return point == null ? null : point.toString();
    }

    /** Asks for no row: the gateway's own role may look at none. */
    boolean isReachable() {
        try {
            jdbc.sql("SELECT has_table_privilege('write.inbox', 'INSERT')")
                    .query(Boolean.class)
                    .single();
            return true;
        } catch (DataAccessException e) {
            return false;
        }
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
                        RETURNING i.tenant_id, i.provider, i.delivery_key, i.kind, i.content, i.attempts, i.trace,
                                  coalesce(i.wanted_at, i.received_at) AS first_due_at
                        """)
                .param("most", most)
                .param("now", utc(now))
                .param("lease", utc(now.plus(LEASE)))
                .query((row, number) -> taken(row, row.getObject("first_due_at", OffsetDateTime.class)))
                .list();
    }

    private static Taken taken(ResultSet row, OffsetDateTime firstDueAt) throws SQLException {
        return new Taken(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("provider"),
                row.getString("delivery_key"),
                row.getString("kind"),
                row.getBytes("content"),
                row.getInt("attempts"),
                firstDueAt.toInstant(),
                TracePoint.of(row.getString("trace")));
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

    void retry(Taken taken, String reason, Instant at) {
        update(taken, "due_at = :at, reason = :reason")
                .param("at", utc(at))
                .param("reason", reason)
                .update();
    }

    /** Deliveries that need a look, those that wait the longest first. */
    List<KeptDelivery> findUnread(Instant receivedBefore, int most) {
        return jdbc.sql(UNREAD + " ORDER BY received_at LIMIT :most")
                .param("before", utc(receivedBefore))
                .param("most", most)
                .query(InboxStore::kept)
                .list();
    }

    Optional<KeptDelivery> find(UUID id) {
        return jdbc.sql(KEPT_ONES + "delivery_id = :id")
                .param("id", id)
                .query(InboxStore::kept)
                .optional();
    }

    /** Of one service or, where none is named, of all; the newest first. */
    List<KeptDelivery> newest(@Nullable String provider, int most) {
        return jdbc.sql(KEPT_ONES + "(:provider::text IS NULL OR provider = :provider)"
                        + " ORDER BY received_at DESC LIMIT :most")
                .param("provider", provider)
                .param("most", most)
                .query(InboxStore::kept)
                .list();
    }

    /** What a service delivered in a time, the oldest first. */
    List<KeptDelivery> between(String provider, Instant since, Instant until, int most) {
        return jdbc.sql(KEPT_ONES + "provider = :provider AND received_at >= :since AND received_at < :until"
                        + " ORDER BY received_at LIMIT :most")
                .param("provider", provider)
                .param("since", utc(since))
                .param("until", utc(until))
                .param("most", most)
                .query(InboxStore::kept)
                .list();
    }

    int countWaiting(Instant receivedBefore) {
        return jdbc.sql("""
                        SELECT count(*) FROM write.inbox
                        WHERE state = 'SET_ASIDE' OR state = 'PENDING' AND received_at < :before
                        """)
                .param("before", utc(receivedBefore))
                .query(Integer.class)
                .single();
    }

    private static KeptDelivery kept(ResultSet row, int number) throws SQLException {
        return new KeptDelivery(
                row.getObject("delivery_id", UUID.class),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("provider"),
                row.getString("kind").split("/", 2)[0],
                KeptDelivery.DeliveryState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    /** Has it read as if it were new; false if it is gone. */
    boolean readAgain(KeptDelivery delivery, Instant now) {
        return jdbc.sql("""
                        UPDATE write.inbox
                        SET state = 'PENDING', due_at = :now, wanted_at = :now, attempts = 0, reason = NULL
                        WHERE tenant_id = :tenant AND delivery_id = :id
                        """)
                        .param("now", utc(now))
                        .param("tenant", delivery.tenant().value())
                        .param("id", delivery.id())
                        .update()
                == 1;
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
        // A stream keeps its connection until it is closed.
        try (Stream<Taken> all = jdbc
                .sql("SELECT * FROM write.inbox WHERE tenant_id = :tenant")
                .param("tenant", who.tenant().value())
                .query((row, number) -> taken(row, row.getObject("received_at", OffsetDateTime.class)))
                .stream()) {
            return all.filter(delivery -> who.values().identify(open(delivery).content()))
                    .toList();
        }
    }

    RetentionRule old() {
        return new RetentionRule(
                "inbox",
                "P4.1",
                "What other services delivered, as it came, after 30 days",
                KEPT,
                KEPT.plusDays(1),
                RetainedRows.deletedUnlessHeld(jdbc, "write.inbox", "r.received_at < :before"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String purpose(String provider, String key) {
        return "inbox/" + provider + "/" + key;
    }
}
