package medflip.platform.eventstore;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.FactPlaces;
import medflip.platform.command.PastAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads {@code events.domain_event}. A position that is seen has all lower ones before it for good: rows become visible
 * in the order of their positions (see {@code events.append}), so a reader that goes on after the last one it saw
 * misses nothing, without watching gaps and without waiting for older transactions.
 */
public final class EventTable implements PastAnswers, FactPlaces {

    private static final String OF_AGGREGATE = "SELECT " + StoredEvent.COLUMNS + """
             FROM events.domain_event
            WHERE aggregate_identifier = ? AND sequence_number >= ?
            ORDER BY sequence_number LIMIT ?
            """;
    private static final String OF_ALL = "SELECT " + StoredEvent.COLUMNS + """
             FROM events.domain_event WHERE global_index > ? ORDER BY global_index LIMIT ?
            """;
    /**
     * Begins in the tenant's index right behind the position. Written with {@code tenant_id = ?}, a busy tenant's page
     * could be planned as a walk through everybody's log, which never ends for a tenant that has become quiet.
     */
    static final String OF_TENANT = "SELECT " + StoredEvent.COLUMNS + """
             FROM events.domain_event
            WHERE (tenant_id, global_index) > (:tenant, :after) AND tenant_id <= :tenant
            ORDER BY tenant_id, global_index LIMIT :limit
            """;

    /** The last column: whether every transaction that could still store something has begun after this one ended. */
    private static final String WITH_HORIZON = "SELECT " + StoredEvent.COLUMNS + """
            , tx_id < pg_snapshot_xmin(pg_current_snapshot()) AS settled
             FROM events.domain_event WHERE global_index > ? ORDER BY global_index LIMIT ?
            """;

    private static final String OF_TYPES = "SELECT " + StoredEvent.COLUMNS + """
             FROM events.domain_event
            WHERE global_index > ? AND global_index <= ? AND payload_type = ANY (?)
            ORDER BY global_index LIMIT ?
            """;

    private static final String OF_TENANT_AND_TYPES = "SELECT " + StoredEvent.COLUMNS + """
             FROM events.domain_event
            WHERE (tenant_id, global_index) > (:tenant, :after) AND (tenant_id, global_index) <= (:tenant, :upTo)
              AND payload_type = ANY (:types)
            ORDER BY tenant_id, global_index LIMIT :limit
            """;

    private static final String OF_STREAMS = "SELECT " + StoredEvent.COLUMNS + """
             FROM events.domain_event WHERE aggregate_identifier = ANY (?)
            """;

    private final JdbcClient jdbc;

    /** @param dataSource a pool of the service role's */
    public EventTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** One aggregate's events from a version on, in order. */
    List<StoredEvent> ofAggregate(String aggregateId, long fromSequence, int limit) {
        return page(OF_AGGREGATE, aggregateId, fromSequence, limit);
    }

    /** Everybody's events behind a position, in order. */
    List<StoredEvent> ofAll(long after, int limit) {
        return page(OF_ALL, after, limit);
    }

    /**
     * Everybody's events behind a position, in order, up to the first whose transaction isn't older than all that still
     * run: what lies below that horizon is so for good, whatever the order of positions rests on.
     */
    public List<StoredEvent> settled(long after, int limit) {
        record Seen(StoredEvent event, boolean settled) {}
        return jdbc
                .sql(WITH_HORIZON)
                .params(after, limit)
                .query((row, number) -> new Seen(StoredEvent.of(row), row.getBoolean("settled")))
                .list()
                .stream()
                .takeWhile(Seen::settled)
                .map(Seen::event)
                .toList();
    }

    /** When the first event behind a position was recorded; empty if there is none. */
    public Optional<Instant> recordedBehind(long position) {
        return jdbc.sql(
                        "SELECT recorded_at FROM events.domain_event WHERE global_index > ? ORDER BY global_index LIMIT 1")
                .param(position)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /**
     * One tenant's events behind a position, in order. The cost of a page depends on its size alone, not on how much
     * the other tenants have.
     *
     * @param after position of the last event already read, 0 to begin
     * @param limit events a page, at least 1; a shorter page is the last one for now
     */
    public List<StoredEvent> ofTenant(TenantId tenant, long after, int limit) {
        return jdbc.sql(OF_TENANT)
                .param("tenant", tenant.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> StoredEvent.of(row))
                .list();
    }

    /**
     * One tenant's events of some types, in order: what one view of that tenant is made of.
     *
     * @param payloadTypes stored names
     * @param after position of the last event already read, 0 to begin
     * @param upTo position of the last event that is wanted
     * @param limit events a page, at least 1; a shorter page is the last one
     */
    public List<StoredEvent> ofTenant(
            TenantId tenant, Collection<String> payloadTypes, long after, long upTo, int limit) {
        return jdbc.sql(OF_TENANT_AND_TYPES)
                .param("tenant", tenant.value())
                .param("after", after)
                .param("upTo", upTo)
                .param("types", payloadTypes.toArray(String[]::new))
                .param("limit", limit)
                .query((row, number) -> StoredEvent.of(row))
                .list();
    }

    /** Where a tenant's log stood: a position, and when it was recorded. */
    public record Place(long position, Instant recordedAt) {}

    /** The tenant's last event up to a position; empty if there is none. */
    public Optional<Place> last(TenantId tenant, long upTo) {
        return jdbc.sql("""
                        SELECT global_index, recorded_at FROM events.domain_event
                        WHERE (tenant_id, global_index) <= (:tenant, :upTo) AND tenant_id >= :tenant
                        ORDER BY tenant_id DESC, global_index DESC LIMIT 1
                        """)
                .param("tenant", tenant.value())
                .param("upTo", upTo)
                .query((row, number) -> new Place(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Position of each so-manieth event of a tenant, in order. */
    public List<Long> steps(TenantId tenant, int events) {
        return jdbc.sql("""
                        SELECT global_index FROM (
                            SELECT global_index, row_number() OVER (ORDER BY global_index) AS nth
                            FROM events.domain_event WHERE tenant_id = :tenant) e
                        WHERE nth % :events = 0 ORDER BY 1
                        """)
                .param("tenant", tenant.value())
                .param("events", events)
                .query(Long.class)
                .list();
    }

    /** Position of the tenant's last event that was recorded at that moment or before; 0 if there is none. */
    public long positionAt(TenantId tenant, Instant moment) {
        return jdbc.sql("SELECT events.position_at(?, ?)")
                .params(tenant.value(), moment.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** All events of some streams, in no order. */
    public List<StoredEvent> ofStreams(Collection<String> aggregateIds) {
        return page(OF_STREAMS, (Object) aggregateIds.toArray(String[]::new));
    }

    /**
     * Everybody's events of some types, in order: what one view is made of.
     *
     * @param payloadTypes stored names
     * @param after position of the last event already read, 0 to begin
     * @param upTo position of the last event that is wanted
     * @param limit events a page, at least 1; a shorter page is the last one
     */
    public List<StoredEvent> ofTypes(Collection<String> payloadTypes, long after, long upTo, int limit) {
        return page(OF_TYPES, after, upTo, payloadTypes.toArray(String[]::new), limit);
    }

    @Override
    public Optional<PastAnswer> find(TenantId tenant, String idempotencyKey) {
        return jdbc.sql("""
                SELECT aggregate_identifier, sequence_number, global_index, request_hash FROM events.domain_event
                WHERE tenant_id = ? AND idempotency_key = ?
                """)
                .params(tenant.value(), idempotencyKey)
                .query((row, number) -> new PastAnswer(
                        new Accepted(row.getString(1), row.getLong(2), row.getLong(3), true), row.getString(4)))
                .optional();
    }

    @Override
    public Optional<FactPlace> place(TenantId tenant, long position) {
        return jdbc.sql("""
                SELECT aggregate_identifier, sequence_number FROM events.domain_event
                WHERE tenant_id = ? AND global_index = ?
                """)
                .params(tenant.value(), position)
                .query((row, number) -> new FactPlace(row.getString(1), row.getLong(2)))
                .optional();
    }

    /** Position of the newest event, 0 if there is none. */
    public long head() {
        return number("SELECT coalesce(max(global_index), 0) FROM events.domain_event")
                .orElseThrow();
    }

    /** Position of the first event that was decided at that moment or later; empty if there is none. */
    OptionalLong firstAt(Instant moment) {
        return number(
                "SELECT min(global_index) FROM events.domain_event WHERE time_stamp >= ?",
                OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    /** The aggregate's version; empty if there is no such aggregate. */
    OptionalLong version(String aggregateId) {
        return number(
                "SELECT max(sequence_number) FROM events.domain_event WHERE aggregate_identifier = ?", aggregateId);
    }

    private List<StoredEvent> page(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> StoredEvent.of(row))
                .list();
    }

    private OptionalLong number(String sql, Object... parameters) {
        Optional<Long> number =
                jdbc.sql(sql).params(parameters).query(Long.class).optional();
        return number.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
