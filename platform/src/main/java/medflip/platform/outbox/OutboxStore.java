package medflip.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.outbox.Outbox.Settled;
import medflip.platform.outbox.StuckEffect.EffectState;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the outbox. Each statement is a transaction of its own, except where a processor's is under way. */
@Component
class OutboxStore {

    /** How long what wasn't done can be tried again by an operator's wish. */
    private static final Duration MAY_BE_RETRIED_FOR = Duration.ofDays(14);

    /** How long it is kept that something was done. */
    private static final Duration KEPT = Duration.ofDays(89);

    /**
     * A row in the hands of one attempt.
     *
     * @param sealed what it says, as it is stored
     * @param attempts this one included
     * @param batch with which others it is tried in one call; none where each is tried on its own
     */
    record Taken(
            TenantId tenant,
            UUID id,
            String subject,
            byte[] sealed,
            int attempts,
            Instant firstTriedAt,
            boolean doubtful,
            @Nullable UUID batch) {}

    private static final String STUCK = """
            SELECT *, content IS NOT NULL AND state <> 'SENDING' AS retryable FROM write.outbox
            WHERE (state IN ('FAILED', 'UNKNOWN') OR state IN ('PENDING', 'SENDING') AND recorded_at < :before)
            """;

    private final JdbcClient jdbc;
    private final TenantSeal seal;
    private final Duration lease;

    /** @param lease longer than any attempt takes: whoever has a row for longer is dead */
    OutboxStore(JdbcClient jdbc, TenantSeal seal, @Value("${medflip.outbox.lease:2m}") Duration lease) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.lease = lease;
    }

    /** What is to be sent to people, or was, under their keys. What nobody has begun to send is never sent. */
    Forgets ofPeople() {
        return new Forgets() {
            @Override
            public String holds() {
                return "outbox";
            }

            @Override
            public long count(Forgotten who) {
                return of(who, "SELECT count(*) FROM write.outbox", "content IS NOT NULL")
                        .query(Long.class)
                        .single();
            }

            @Override
            public void forget(Forgotten who) {
                of(who, "DELETE FROM write.outbox", "state = 'PENDING'").update();
                of(who, "UPDATE write.outbox SET content = NULL", "state <> 'SENDING'")
                        .update();
            }

            private JdbcClient.StatementSpec of(Forgotten who, String what, String which) {
                return jdbc.sql(what + " WHERE tenant_id = :tenant AND subject = ANY (:subjects) AND " + which)
                        .param("tenant", who.tenant().value())
                        .param("subjects", who.subjects().toArray(String[]::new));
            }
        };
    }

    /** Adds a row, unless the event was seen before. */
    void add(Effect effect, Instant now) {
        jdbc.sql("""
                        INSERT INTO write.outbox (tenant_id, effect_id, channel, kind, subject, content, recorded_at, due_at)
                        VALUES (:tenant, :id, :channel, :kind, :subject, :content, :now, :now)
                        ON CONFLICT (tenant_id, effect_id) DO NOTHING
                        """)
                .param("tenant", effect.subject().tenantId().value())
                .param("id", effect.id())
                .param("channel", effect.channel())
                .param("kind", effect.kind())
                .param("subject", Keyring.nameOf(effect.subject()))
                .param("content", seal.sealForSubject(effect.subject(), purpose(effect.id()), effect.content()))
                .param("now", utc(now))
                .update();
    }

    /**
     * Takes rows that are due, a few of each tenant before more of any, so that nobody's thousand messages hold up
     * another's one. That they are being tried is on disk before anything is tried.
     *
     * @param resting tenants of whom none is taken
     * @param probing tenants of each of whom one is taken
     */
    List<Taken> take(String channel, int most, UUID[] resting, UUID[] probing, Instant now) {
        return jdbc.sql("""
                        WITH tenant AS (
                            SELECT DISTINCT tenant_id FROM write.outbox
                            WHERE channel = :channel AND state = 'PENDING' AND due_at <= :now
                              AND tenant_id <> ALL (:resting)),
                        turn AS (
                            SELECT row.tenant_id, row.effect_id, row.place
                            FROM tenant CROSS JOIN LATERAL (
                                SELECT o.tenant_id, o.effect_id, row_number() OVER (ORDER BY o.due_at) AS place
                                FROM write.outbox o
                                WHERE o.channel = :channel AND o.tenant_id = tenant.tenant_id
                                  AND o.state = 'PENDING' AND o.due_at <= :now
                                ORDER BY o.due_at LIMIT :most) row),
                        next AS (
                            SELECT o.tenant_id, o.effect_id
                            FROM write.outbox o JOIN turn USING (tenant_id, effect_id)
                            WHERE o.state = 'PENDING' AND (turn.place = 1 OR tenant_id <> ALL (:probing))
                            ORDER BY turn.place, o.due_at LIMIT :most
                            FOR UPDATE OF o SKIP LOCKED)
                        UPDATE write.outbox o
                        SET state = 'SENDING', attempts = o.attempts + 1, leased_until = :lease,
                            first_tried_at = coalesce(o.first_tried_at, :now)
                        FROM next WHERE o.tenant_id = next.tenant_id AND o.effect_id = next.effect_id
                        RETURNING o.tenant_id, o.effect_id, o.subject, o.content, o.attempts, o.first_tried_at,
                                  o.doubtful, o.batch_id
                        """)
                .param("channel", channel)
                .param("most", most)
                .param("resting", resting)
                .param("probing", probing)
                .param("now", utc(now))
                .param("lease", utc(now.plus(lease)))
                .query((row, number) -> taken(row, row.getBoolean("doubtful")))
                .list();
    }

    /**
     * Takes what is due for one call: a batch that was tried before, whole and with nobody else, or else what is in
     * none yet, the oldest first. Batches are made and taken one at a time.
     */
    List<Taken> takeTogether(String channel, int most, Instant now) {
        return jdbc.sql("""
                        WITH alone AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtext('outbox ' || :channel))),
                        first AS MATERIALIZED (
                            SELECT o.batch_id FROM alone, write.outbox o
                            WHERE o.channel = :channel AND o.state = 'PENDING' AND o.due_at <= :now
                              AND NOT EXISTS (SELECT FROM write.outbox other
                                              WHERE other.batch_id = o.batch_id AND other.state = 'SENDING')
                            ORDER BY o.due_at LIMIT 1),
                        next AS (
                            SELECT o.tenant_id, o.effect_id
                            FROM first, write.outbox o
                            WHERE o.channel = :channel AND o.state = 'PENDING'
                              AND (o.batch_id = first.batch_id
                                   OR first.batch_id IS NULL AND o.batch_id IS NULL AND o.due_at <= :now)
                            ORDER BY o.due_at LIMIT :most
                            FOR UPDATE OF o)
                        UPDATE write.outbox o
                        SET state = 'SENDING', attempts = o.attempts + 1, leased_until = :lease,
                            first_tried_at = coalesce(o.first_tried_at, :now), batch_id = coalesce(o.batch_id, :batch)
                        FROM next WHERE o.tenant_id = next.tenant_id AND o.effect_id = next.effect_id
                        RETURNING o.tenant_id, o.effect_id, o.subject, o.content, o.attempts, o.first_tried_at,
                                  o.doubtful, o.batch_id
                        """)
                .param("channel", channel)
                .param("most", most)
                .param("now", utc(now))
                .param("lease", utc(now.plus(lease)))
                .param("batch", UUID.randomUUID())
                .query((row, number) -> taken(row, row.getBoolean("doubtful")))
                .list();
    }

    private static Taken taken(ResultSet row, boolean doubtful) throws SQLException {
        return new Taken(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("effect_id", UUID.class),
                row.getString("subject"),
                row.getBytes("content"),
                row.getInt("attempts"),
                row.getObject("first_tried_at", OffsetDateTime.class).toInstant(),
                doubtful,
                row.getObject("batch_id", UUID.class));
    }

    /** Whoever took these died over it: whether they were done is not known. */
    List<Taken> lapsed(String channel, Instant now) {
        return jdbc.sql("""
                        UPDATE write.outbox SET leased_until = :lease
                        WHERE channel = :channel AND state = 'SENDING' AND leased_until < :now
                        RETURNING tenant_id, effect_id, subject, content, attempts, first_tried_at, batch_id
                        """)
                .param("channel", channel)
                .param("now", utc(now))
                .param("lease", utc(now.plus(lease)))
                .query((row, number) -> taken(row, true))
                .list();
    }

    /** @throws medflip.platform.command.CommandRejected if whom it is about was erased */
    byte[] content(Taken taken) {
        return seal.openForSubject(taken.tenant(), taken.subject(), purpose(taken.id()), taken.sealed());
    }

    /**
     * Nothing is to be tried any more, by itself. What a row said that was done is forgotten; what wasn't is kept for a
     * while, since an operator may have it tried again.
     */
    void settle(Taken taken, String state, @Nullable String reason, @Nullable String receipt, Instant now) {
        update(taken, """
                state = :state, reason = :reason, receipt = :receipt, settled_at = :now,
                content = CASE WHEN :state = 'DONE' THEN NULL ELSE content END""")
                .param("state", state)
                .param("reason", reason)
                .param("receipt", receipt)
                .param("now", utc(now))
                .update();
    }

    /** Settles what was tried without an answer. What was never tried, or is being tried, isn't meant. */
    void confirm(TenantId tenant, UUID id, String receipt, Instant now) {
        jdbc.sql("""
                        UPDATE write.outbox
                        SET state = 'DONE', receipt = :receipt, settled_at = :now, content = NULL, reason = NULL
                        WHERE tenant_id = :tenant AND effect_id = :id
                          AND (state = 'UNKNOWN' OR state = 'PENDING' AND doubtful)
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("receipt", receipt)
                .param("now", utc(now))
                .update();
    }

    Settled settled(DataSubject subject, String kind) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE state IN ('PENDING', 'SENDING')) AS waiting,
                               count(*) FILTER (WHERE state = 'DONE') AS done,
                               count(*) FILTER (WHERE state IN ('FAILED', 'UNKNOWN')) AS failed,
                               coalesce(max(reason) FILTER (WHERE state IN ('FAILED', 'UNKNOWN')), '') AS reason
                        FROM write.outbox WHERE tenant_id = :tenant AND subject = :subject AND kind = :kind
                        """)
                .param("tenant", subject.tenantId().value())
                .param("subject", Keyring.nameOf(subject))
                .param("kind", kind)
                .query(Settled.class)
                .single();
    }

    void retry(Taken taken, String reason, boolean doubtful, Instant at) {
        update(taken, "state = 'PENDING', reason = :reason, doubtful = :doubtful, due_at = :at")
                .param("reason", reason)
                .param("doubtful", doubtful)
                .param("at", utc(at))
                .update();
    }

    private JdbcClient.StatementSpec update(Taken taken, String set) {
        return jdbc.sql(
                        "UPDATE write.outbox SET leased_until = NULL, " + set
                                + " WHERE tenant_id = :tenant AND effect_id = :id AND state = 'SENDING' AND attempts = :attempts")
                .param("tenant", taken.tenant().value())
                .param("id", taken.id())
                .param("attempts", taken.attempts());
    }

    /** Rows that need a look: never done, of unknown outcome, or waiting for too long. */
    int stuck(String channel, Instant recordedBefore) {
        return jdbc.sql("""
                        SELECT count(*) FROM write.outbox
                        WHERE channel = :channel AND (state IN ('FAILED', 'UNKNOWN')
                            OR state IN ('PENDING', 'SENDING') AND recorded_at < :before)
                        """)
                .param("channel", channel)
                .param("before", utc(recordedBefore))
                .query(Integer.class)
                .single();
    }

    /** Rows that need a look, those that wait the longest first. */
    List<StuckEffect> findStuck(Instant recordedBefore, int most) {
        return jdbc.sql(STUCK + " ORDER BY recorded_at LIMIT :most")
                .param("before", utc(recordedBefore))
                .param("most", most)
                .query(OutboxStore::stuckEffect)
                .list();
    }

    Optional<StuckEffect> findStuck(Instant recordedBefore, UUID id) {
        return jdbc.sql(STUCK + " AND effect_id = :id")
                .param("before", utc(recordedBefore))
                .param("id", id)
                .query(OutboxStore::stuckEffect)
                .optional();
    }

    private static StuckEffect stuckEffect(ResultSet row, int number) throws SQLException {
        return new StuckEffect(
                row.getObject("effect_id", UUID.class),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("channel"),
                row.getString("kind"),
                EffectState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("doubtful"),
                row.getBoolean("retryable"));
    }

    /** Has it tried as if it were new; false if what it says was forgotten, or it is being tried at this moment. */
    boolean tryAgain(StuckEffect effect, Instant now) {
        return jdbc.sql("""
                        UPDATE write.outbox
                        SET state = 'PENDING', due_at = :now, first_tried_at = NULL, doubtful = false, settled_at = NULL,
                            batch_id = NULL
                        WHERE tenant_id = :tenant AND effect_id = :id AND state <> 'SENDING' AND content IS NOT NULL
                        """)
                        .param("now", utc(now))
                        .param("tenant", effect.tenant().value())
                        .param("id", effect.id())
                        .update()
                == 1;
    }

    RetentionRule contents() {
        return new RetentionRule(
                "outbox.contents",
                "P3",
                "What a message to another service says, two weeks after it couldn't be sent",
                MAY_BE_RETRIED_FOR,
                MAY_BE_RETRIED_FOR.plusDays(1),
                RetainedRows.emptiedUnlessHeld(
                        jdbc, "write.outbox", "content", "r.settled_at < :before AND r.content IS NOT NULL"));
    }

    RetentionRule rows() {
        return new RetentionRule(
                "outbox.rows",
                "P3",
                "That something was done at another service, after 90 days",
                KEPT,
                KEPT.plusDays(1),
                RetainedRows.deletedUnlessHeld(jdbc, "write.outbox", "r.settled_at < :before"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String purpose(UUID id) {
        return "outbox/" + id;
    }
}
