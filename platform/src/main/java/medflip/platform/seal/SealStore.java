package medflip.platform.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps trees and checkpoints. What it writes it writes as the service; what a tenant asks is read as that tenant. */
@Component
class SealStore {

    /** Held by whoever seals, over all nodes. */
    private static final long LOCK = 7_075_109_868L;

    private static final String CHECKPOINT =
            "SELECT number, tenant_id, log, size, root, note, made_at FROM events.checkpoint";

    /** A node that has become whole, of a level that is kept. */
    record Node(
            TenantId tenant,
            int level,
            long number,
            @Nullable Long position,
            byte[] hash) {}

    /** Where a tree ends. */
    record End(TenantId tenant, LogName log, long position, RightEdge edge) {}

    /**
     * Whether the events and their leaves are the same, and each stream's versions without a hole.
     *
     * @param leaves how many there are
     * @param missing events that should have one and don't
     * @param surplus leaves without their event
     * @param broken streams with a version too few
     */
    record Completeness(long leaves, long missing, long surplus, long broken) {

        boolean isWhole() {
            return missing == 0 && surplus == 0 && broken == 0;
        }
    }

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final TransactionTemplate transaction;

    SealStore(JdbcClient jdbc, TenantJdbc tenants, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does some work as the only one who seals, all of it or nothing. */
    <T> T alone(Supplier<T> work) {
        return transaction.execute(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, number) -> true)
                    .single();
            return work.get();
        });
    }

    /** Position of the last entry that is sealed, of anybody; 0 where none is. */
    long place(LogName log) {
        return jdbc.sql("SELECT coalesce(max(position), 0) FROM events.sealed_tree WHERE log = :log")
                .param("log", log.stored())
                .query(Long.class)
                .single();
    }

    /** Where the trees of some tenants end; those that have none are left out. */
    Map<TenantId, End> ends(LogName log, Collection<TenantId> whose) {
        Map<TenantId, End> ends = new HashMap<>();
        jdbc.sql("SELECT * FROM events.sealed_tree WHERE log = :log AND tenant_id = ANY (:tenants)")
                .param("log", log.stored())
                .param("tenants", whose.stream().map(TenantId::value).toArray(UUID[]::new))
                .query(SealStore::end)
                .list()
                .forEach(end -> ends.put(end.tenant(), end));
        return ends;
    }

    void keep(LogName log, List<Node> nodes, Collection<End> ends) {
        jdbc.sql("""
                        INSERT INTO events.sealed_node (tenant_id, log, level, number, position, hash)
                        SELECT n.tenant, :log, n.level, n.number, n.position, n.hash
                        FROM unnest(:tenants::uuid[], :levels::smallint[], :numbers::bigint[], :positions::bigint[],
                                    :hashes::bytea[]) AS n (tenant, level, number, position, hash)
                        """)
                .param("log", log.stored())
                .param("tenants", array(nodes, node -> node.tenant().value(), UUID[]::new))
                .param("levels", array(nodes, node -> (short) node.level(), Short[]::new))
                .param("numbers", array(nodes, Node::number, Long[]::new))
                .param("positions", nodes.stream().map(Node::position).toArray(Long[]::new))
                .param("hashes", array(nodes, Node::hash, byte[][]::new))
                .update();
        List<End> all = List.copyOf(ends);
        jdbc.sql("""
                        INSERT INTO events.sealed_tree (tenant_id, log, size, position, edge)
                        SELECT t.tenant, :log, t.size, t.position, t.edge
                        FROM unnest(:tenants::uuid[], :sizes::bigint[], :positions::bigint[], :edges::bytea[])
                            AS t (tenant, size, position, edge)
                        ON CONFLICT (tenant_id, log)
                        DO UPDATE SET size = excluded.size, position = excluded.position, edge = excluded.edge
                        """)
                .param("log", log.stored())
                .param("tenants", array(all, end -> end.tenant().value(), UUID[]::new))
                .param("sizes", array(all, end -> end.edge().size(), Long[]::new))
                .param("positions", array(all, End::position, Long[]::new))
                .param("edges", array(all, end -> end.edge().stored(), byte[][]::new))
                .update();
    }

    private static <T, A> A[] array(List<T> all, Function<T, A> each, IntFunction<A[]> made) {
        return all.stream().map(each).toArray(made);
    }

    /** Trees that have grown since their last checkpoint, where that was made before a moment or never was. */
    List<End> uncheckedSince(Instant before) {
        return jdbc.sql("""
                        SELECT t.* FROM events.sealed_tree t
                        LEFT JOIN LATERAL (
                            SELECT c.size, c.made_at FROM events.checkpoint c
                            WHERE c.tenant_id = t.tenant_id AND c.log = t.log ORDER BY c.number DESC LIMIT 1) last ON true
                        WHERE last.size IS NULL OR last.size < t.size AND last.made_at <= :before
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(SealStore::end)
                .list();
    }

    /** The stored nodes of one tree. */
    Tree.Nodes nodes(TenantId tenant, LogName log) {
        return (level, first, count) -> {
            List<byte[]> hashes = jdbc.sql("""
                            SELECT hash FROM events.sealed_node
                            WHERE tenant_id = :tenant AND log = :log AND level = :level
                              AND number >= :first AND number < :end
                            ORDER BY number
                            """)
                    .param("tenant", tenant.value())
                    .param("log", log.stored())
                    .param("level", level)
                    .param("first", first)
                    .param("end", first + count)
                    .query((row, number) -> row.getBytes(1))
                    .list();
            if (hashes.size() != count) {
                throw new BrokenSeal("Hashes of " + Checkpoint.origin(tenant, log) + " are missing");
            }
            return hashes;
        };
    }

    Optional<Checkpoint> newest(TenantId tenant, LogName log) {
        return jdbc.sql(CHECKPOINT + " WHERE tenant_id = :tenant AND log = :log ORDER BY number DESC LIMIT 1")
                .param("tenant", tenant.value())
                .param("log", log.stored())
                .query(SealStore::checkpoint)
                .optional();
    }

    /** Those of all tenants up to one of them, by tenant and log: the newest of each. */
    List<Checkpoint> heads(long upTo) {
        return jdbc.sql("""
                        SELECT c.* FROM events.sealed_tree t
                        JOIN LATERAL (
                            SELECT number, tenant_id, log, size, root, note, made_at FROM events.checkpoint k
                            WHERE k.tenant_id = t.tenant_id AND k.log = t.log AND k.number <= :most
                            ORDER BY k.number DESC LIMIT 1) c ON true
                        ORDER BY t.tenant_id, t.log
                        """).param("most", upTo).query(SealStore::checkpoint).list();
    }

    /** Number of the newest checkpoint of any tree; 0 where there is none. */
    long newestNumber() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM events.checkpoint")
                .query(Long.class)
                .single();
    }

    /** All checkpoints behind one of them, in order. */
    List<Checkpoint> behind(long number) {
        return jdbc.sql(CHECKPOINT + " WHERE number > :number ORDER BY number")
                .param("number", number)
                .query(SealStore::checkpoint)
                .list();
    }

    Checkpoint add(TenantId tenant, LogName log, long size, byte[] root, String note, Instant at) {
        return jdbc.sql("""
                        INSERT INTO events.checkpoint (tenant_id, log, size, root, note, made_at)
                        VALUES (:tenant, :log, :size, :root, :note, :at)
                        RETURNING number, tenant_id, log, size, root, note, made_at
                        """)
                .param("tenant", tenant.value())
                .param("log", log.stored())
                .param("size", size)
                .param("root", root)
                .param("note", note)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(SealStore::checkpoint)
                .single();
    }

    /** Counts over all events and leaves: reads both, so it isn't asked often. */
    Completeness completeness() {
        return jdbc.sql("""
                        WITH sealed AS (SELECT coalesce(max(position), 0) AS place
                                        FROM events.sealed_tree WHERE log = 'facts')
                        SELECT (SELECT count(*) FROM events.sealed_node WHERE log = 'facts' AND level = 0) AS leaves,
                               (SELECT count(*) FROM events.domain_event e WHERE e.global_index <= sealed.place
                                AND NOT EXISTS (SELECT FROM events.sealed_node n
                                    WHERE n.tenant_id = e.tenant_id AND n.log = 'facts' AND n.level = 0
                                      AND n.position = e.global_index)) AS missing,
                               (SELECT count(*) FROM events.sealed_node n WHERE n.log = 'facts' AND n.level = 0
                                AND NOT EXISTS (SELECT FROM events.domain_event e
                                    WHERE e.global_index = n.position AND e.tenant_id = n.tenant_id)) AS surplus,
                               (SELECT count(*) FROM (
                                    SELECT FROM events.domain_event e WHERE e.global_index <= sealed.place
                                    GROUP BY e.aggregate_identifier
                                    HAVING max(e.sequence_number) + 1 <> count(*)) s) AS broken
                        FROM sealed
                        """).query(Completeness.class).single();
    }

    /** A tenant's checkpoints, the newest first. */
    List<Checkpoint> checkpoints(TenantId tenant, LogName log, long below, int most) {
        return tenants.read(
                tenant,
                sql -> sql.query(CHECKPOINT + """
                                 WHERE {tenant} AND log = :log AND number < :below ORDER BY number DESC LIMIT :most
                                """)
                        .param("log", log.stored())
                        .param("below", below)
                        .param("most", most)
                        .query(SealStore::checkpoint)
                        .list());
    }

    /** A tenant's newest checkpoint of a size; empty where none was signed. */
    Optional<Checkpoint> ofSize(TenantId tenant, LogName log, long size) {
        return tenants.read(
                tenant,
                sql -> sql.query(CHECKPOINT
                                + " WHERE {tenant} AND log = :log AND size = :size ORDER BY number DESC LIMIT 1")
                        .param("log", log.stored())
                        .param("size", size)
                        .query(SealStore::checkpoint)
                        .optional());
    }

    /** Which leaf an entry of a tenant's is; empty where it has none. */
    Optional<Leaf> leaf(TenantId tenant, LogName log, long position) {
        return tenants.read(
                tenant,
                sql -> sql.query("""
                                SELECT number, position, hash FROM events.sealed_node
                                WHERE {tenant} AND log = :log AND level = 0 AND position = :position
                                """)
                        .param("log", log.stored())
                        .param("position", position)
                        .query(SealStore::leaf)
                        .optional());
    }

    /** A tenant's leaves from one on, in order. */
    List<Leaf> leaves(TenantId tenant, LogName log, long from, int most) {
        return tenants.read(
                tenant,
                sql -> sql.query("""
                                SELECT number, position, hash FROM events.sealed_node
                                WHERE {tenant} AND log = :log AND level = 0 AND number >= :from
                                ORDER BY number LIMIT :most
                                """)
                        .param("log", log.stored())
                        .param("from", from)
                        .param("most", most)
                        .query(SealStore::leaf)
                        .list());
    }

    private static Leaf leaf(ResultSet row, int number) throws SQLException {
        return new Leaf(row.getLong("number"), row.getLong("position"), row.getBytes("hash"));
    }

    private static End end(ResultSet row, int number) throws SQLException {
        return new End(
                new TenantId(Columns.id(row, "tenant_id")),
                LogName.of(row.getString("log")),
                row.getLong("position"),
                RightEdge.of(row.getLong("size"), row.getBytes("edge")));
    }

    private static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new Checkpoint(
                row.getLong("number"),
                new TenantId(Columns.id(row, "tenant_id")),
                LogName.of(row.getString("log")),
                row.getLong("size"),
                row.getBytes("root"),
                row.getString("note"),
                Columns.instant(row, "made_at"));
    }

    /** Each tenant's part, in its order. */
    static <T> Map<TenantId, List<T>> byTenant(List<T> all, Function<T, TenantId> whose) {
        Map<TenantId, List<T>> grouped = new LinkedHashMap<>();
        all.forEach(one -> grouped.computeIfAbsent(whose.apply(one), none -> new ArrayList<>())
                .add(one));
        return grouped;
    }
}
