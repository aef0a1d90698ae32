package medflip.platform.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.EventTable;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.text.FaultLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The views of past moments of one tenant each, in a schema a moment: filled by the same projections, one view at a
 * time when somebody first asks for it, from the nearest earlier moment that has it or else from the tenant's first
 * event. They are let go of when nobody has asked for a while, when others want the room, and when somebody is erased.
 *
 * <p>Two locks of the database keep several processes apart. Whoever reads or fills a moment shares its schema's lock,
 * and whoever drops it needs that alone. Whoever fills anything of a tenant shares the tenant's, which an erasure needs
 * alone: so nothing is filled past it with what was decoded before.
 */
public final class PastViews implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PastViews.class);

    /** Moments kept of one tenant, and of all; milestones besides. */
    private static final int MOST_OF_A_TENANT = 5;

    private static final int MOST = 100;

    /** So long after it was last asked a moment is let go of. */
    public static final Duration KEPT = Duration.ofHours(2);

    /** A moment is used by many questions at once, and noted as used once a minute. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** Events from one milestone to the next: they are replayed in seconds. */
    public static final int MILESTONE = 50_000;

    private static final int AT_ONCE = 2;
    private static final int ALL = 100;

    private final EventTable events;
    private final TenantReplay replay;
    private final DataSource owner;
    private final JdbcClient service;
    private final Supplier<Collection<Object>> projections;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "past-views");
        thread.setDaemon(true);
        return thread;
    });
    /** What is being filled in this process, so that those who ask at once wait for one. */
    private final Map<Part, Filling> underWay = new ConcurrentHashMap<>();

    private final Map<String, Long> noted = new ConcurrentHashMap<>();

    /** One view of a moment. */
    private record Part(String schema, String view) {}

    private static final class Filling {
        final CompletableFuture<Long> done = new CompletableFuture<>();
        volatile int percent;
    }

    /**
     * @param owner connections of the role that owns views and may create schemas
     * @param service the service role's
     * @param projections all there are, asked late
     */
    public PastViews(
            EventTable events,
            TenantReplay replay,
            DataSource owner,
            JdbcClient service,
            Supplier<Collection<Object>> projections) {
        this.events = events;
        this.replay = replay;
        this.owner = owner;
        this.service = service;
        this.projections = projections;
    }

    /** The tenant's moment at a position, by the clock of the event there; empty where nothing had happened yet. */
    public Optional<PastMoment> at(TenantId tenant, long position) {
        return events.last(tenant, position).map(place -> new PastMoment(tenant, place.position(), place.recordedAt()));
    }

    /** The tenant's moment at a time, by that clock; empty where nothing had happened yet. */
    public Optional<PastMoment> at(TenantId tenant, Instant time) {
        long position = events.positionAt(tenant, time);
        return position == 0 ? Optional.empty() : Optional.of(new PastMoment(tenant, position, time));
    }

    /** The tenant's moment that is just now; empty where nothing has happened yet. */
    public Optional<PastMoment> now(TenantId tenant, Instant now) {
        return at(tenant, Long.MAX_VALUE)
                .map(last -> new PastMoment(tenant, last.position(), now.truncatedTo(ChronoUnit.MILLIS)));
    }

    /** How far something is that takes longer than somebody wants to wait; percent 0 to 99. */
    public record Making(int percent) {}

    /** Which views there are, by their processing groups. */
    public List<String> views() {
        return projections.get().stream()
                .map(projection -> ProjectionReplay.of(projection).processingGroup())
                .sorted()
                .toList();
    }

    /**
     * Has views of a moment filled, and waits for them.
     *
     * @param views by their processing groups; all where empty
     * @return empty once they are there; how far they are if that takes longer than the patience
     */
    public Optional<Making> fill(PastMoment moment, Collection<String> views, Duration patience) {
        noteUse(moment);
        List<String> wanted = views.isEmpty() ? views() : List.copyOf(views);
        List<String> there = filled(moment);
        List<Filling> fillings = wanted.stream()
                .filter(view -> !there.contains(view))
                .map(view -> begin(moment, view))
                .toList();
        long deadline = System.nanoTime() + patience.toNanos();
        for (Filling filling : fillings) {
            try {
                filling.done.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                int sum = fillings.stream().mapToInt(each -> each.percent).sum()
                        + ALL * (wanted.size() - fillings.size());
                return Optional.of(new Making(Math.min(ALL - 1, sum / wanted.size())));
            } catch (ExecutionException e) {
                throw new IllegalStateException("The past of a business can't be made", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the past was made", e);
            }
        }
        return Optional.empty();
    }

    private List<String> filled(PastMoment moment) {
        return service.sql("SELECT view FROM past.filled WHERE tenant_id = ? AND position = ?")
                .params(moment.tenant().value(), moment.position())
                .query(String.class)
                .list();
    }

    private void noteUse(PastMoment moment) {
        long now = System.nanoTime();
        Long before = noted.get(moment.schema());
        if (before == null || now - before > NOTED_EVERY.toNanos()) {
            noted.put(moment.schema(), now);
            noted.values().removeIf(at -> now - at > KEPT.toNanos());
            service.sql("UPDATE past.moment SET used_at = clock_timestamp() WHERE tenant_id = ? AND position = ?")
                    .params(moment.tenant().value(), moment.position())
                    .update();
        }
    }

    private Filling begin(PastMoment moment, String view) {
        Part part = new Part(moment.schema(), view);
        return underWay.computeIfAbsent(part, unseen -> {
            Filling filling = new Filling();
            workers.execute(() -> {
                try {
                    filling.done.complete(fill(moment, projection(view), filling));
                } catch (Exception | Error e) {
                    log.error("View {} of a past moment can't be filled: {}", view, FaultLine.of(e));
                    filling.done.completeExceptionally(e);
                } finally {
                    underWay.remove(part);
                }
            });
            return filling;
        });
    }

    private Object projection(String view) {
        return projections.get().stream()
                .filter(projection ->
                        ProjectionReplay.of(projection).processingGroup().equals(view))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No view is called " + view));
    }

    private long fill(PastMoment moment, Object projection, Filling filling) throws SQLException {
        open(moment, false);
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long count = fill(moment, new ProjectionReplay(projection), connection, filling);
                connection.commit();
                return count;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private long fill(PastMoment moment, ProjectionReplay projection, Connection connection, Filling filling)
            throws SQLException {
        Projection view = projection.view();
        lock(connection, tenantLock(moment.tenant()), true);
        lock(connection, moment.schema(), true);
        lock(connection, moment.schema() + "/" + view.processingGroup(), false);
        if (has(connection, moment, view.processingGroup())) {
            return 0;
        }
        if (!isThere(connection, moment)) {
            throw new IllegalStateException("A past moment was let go of while it was being made");
        }
        PastTables tables = new PastTables(view, moment.schema());
        tables.create(connection);
        long from = base(connection, moment, view.processingGroup());
        if (from > 0) {
            tables.copy(connection, new PastMoment(moment.tenant(), from, moment.at()).schema());
        }
        tables.use(connection);
        long span = Math.max(1, moment.position() - from);
        LongConsumer progress = position -> filling.percent = (int) ((position - from) * (ALL - 1) / span);
        long count = replay.run(projection, moment.tenant(), from, moment.position(), connection, progress);
        tables.complete(connection);
        update(
                connection,
                "INSERT INTO past.filled (tenant_id, position, view, events) VALUES (?, ?, ?, ?)",
                moment.tenant().value(),
                moment.position(),
                view.processingGroup(),
                count);
        return count;
    }

    /** Notes the moment and makes its schema; what is used least goes, if there are too many. */
    private void open(PastMoment moment, boolean milestone) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection, "opening " + moment.schema(), false);
                if (!isThere(connection, moment)) {
                    makeRoom(connection, moment.tenant());
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("DROP SCHEMA IF EXISTS " + moment.schema() + " CASCADE");
                        statement.execute("CREATE SCHEMA " + moment.schema());
                        statement.execute("GRANT USAGE ON SCHEMA " + moment.schema()
                                + " TO medflip_tenant, medflip_service, medflip_query");
                    }
                    update(
                            connection,
                            "INSERT INTO past.moment (tenant_id, position, schema_name, milestone) VALUES (?, ?, ?, ?)",
                            moment.tenant().value(),
                            moment.position(),
                            moment.schema(),
                            milestone);
                } else if (milestone) {
                    update(
                            connection,
                            "UPDATE past.moment SET milestone = true WHERE schema_name = ?",
                            moment.schema());
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void makeRoom(Connection connection, TenantId tenant) throws SQLException {
        List<String> leastUsed = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                (SELECT schema_name FROM past.moment WHERE NOT milestone AND tenant_id = ?
                 ORDER BY used_at DESC OFFSET ?)
                UNION
                (SELECT schema_name FROM past.moment WHERE NOT milestone ORDER BY used_at DESC OFFSET ?)
                """)) {
            statement.setObject(1, tenant.value());
            statement.setInt(2, MOST_OF_A_TENANT - 1);
            statement.setInt(3, MOST - 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    leastUsed.add(row.getString(1));
                }
            }
        }
        for (String schema : leastUsed) {
            if (tryLock(connection, schema)) {
                drop(connection, schema);
            }
        }
    }

    /**
     * Fills a moment at each fifty thousandth event of a large business, and keeps it until somebody is erased: so no
     * other moment is further than that from one that is there. That is done by the thread that calls, one view after
     * the other, so it is in nobody's way who waits for a moment. Where all are there, little is asked.
     */
    public void keepMilestones() {
        if (views().isEmpty()) {
            return;
        }
        service.sql("SELECT tenant_id FROM write.tenant_size WHERE events >= ?")
                .param(MILESTONE)
                .query((row, number) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list()
                .forEach(large -> keepMilestones(large, MILESTONE));
    }

    /** The same for one business, at each so-manieth event. */
    public void keepMilestones(TenantId tenant, int every) {
        for (long position : events.steps(tenant, every)) {
            try {
                keepMilestone(at(tenant, position).orElseThrow());
            } catch (SQLException e) {
                throw new IllegalStateException("A milestone of the past can't be made", e);
            }
        }
    }

    private void keepMilestone(PastMoment moment) throws SQLException {
        open(moment, true);
        List<String> there = filled(moment);
        for (String view : views()) {
            if (!there.contains(view)) {
                fill(moment, projection(view), new Filling());
            }
        }
    }

    /** The nearest earlier moment that has the view, and keeps it while this transaction lasts; 0 if there is none. */
    private static long base(Connection connection, PastMoment moment, String view) throws SQLException {
        List<Long> earlier = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT position FROM past.filled WHERE tenant_id = ? AND position < ? AND view = ?
                ORDER BY position DESC
                """)) {
            statement.setObject(1, moment.tenant().value());
            statement.setLong(2, moment.position());
            statement.setString(3, view);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    earlier.add(row.getLong(1));
                }
            }
        }
        for (long position : earlier) {
            PastMoment base = new PastMoment(moment.tenant(), position, moment.at());
            if (tryLockShared(connection, base.schema()) && has(connection, base, view)) {
                return position;
            }
        }
        return 0;
    }

    /**
     * Lets go of every moment of a tenant, also of those that are being made, and of what a rebuild of a view left that
     * nobody finishes. Afterwards nothing is there that was decoded before.
     *
     * @return how many there were
     */
    public long forget(TenantId tenant) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection, tenantLock(tenant), false);
                List<String> schemas = new ArrayList<>();
                try (PreparedStatement statement =
                        connection.prepareStatement("SELECT schema_name FROM past.moment WHERE tenant_id = ?")) {
                    statement.setObject(1, tenant.value());
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            schemas.add(row.getString(1));
                        }
                    }
                }
                for (String schema : schemas) {
                    lock(connection, schema, false);
                    drop(connection, schema);
                }
                ViewSwitch.dropAbandoned(connection);
                connection.commit();
                return schemas.size();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A business's past can't be let go of", e);
        }
    }

    /** How many moments of a tenant there are. */
    public long count(TenantId tenant) {
        return service.sql("SELECT count(*) FROM past.moment WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }

    /** How many moments nobody has asked for since then; milestones don't count. */
    public long unused(Instant before) {
        return unusedSince(before).size();
    }

    /** Lets go of some that nobody has asked for since then, and of what a crash left behind; says how many. */
    public int dropUnused(Instant before, int most) {
        dropOrphans();
        return (int) unusedSince(before).stream()
                .limit(most)
                .filter(this::dropUnused)
                .count();
    }

    private List<String> unusedSince(Instant before) {
        return service.sql("SELECT schema_name FROM past.moment WHERE NOT milestone AND used_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    private boolean dropUnused(String schema) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean alone = tryLock(connection, schema);
                if (alone) {
                    drop(connection, schema);
                }
                connection.commit();
                return alone;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A past moment can't be let go of", e);
        }
    }

    /** Schemas that no moment names: their rows went with a crash of the server. */
    private void dropOrphans() {
        List<String> orphans = service.sql("""
                        SELECT n.nspname FROM pg_namespace n
                        WHERE n.nspname LIKE 'past\\_%'
                          AND NOT EXISTS (SELECT FROM past.moment m WHERE m.schema_name = n.nspname)
                        """).query(String.class).list();
        for (String schema : orphans) {
            try (Connection connection = owner.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    // One that is being opened has its row by the time it is seen, or is opened after this.
                    lock(connection, "opening " + schema, false);
                    if (!isNamed(connection, schema)) {
                        drop(connection, schema);
                    }
                    connection.commit();
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("What a crash left of a past moment can't be removed", e);
            }
        }
    }

    private static void drop(Connection connection, String schema) throws SQLException {
        update(connection, "DELETE FROM past.moment WHERE schema_name = ?", schema);
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        }
    }

    private static boolean isNamed(Connection connection, String schema) throws SQLException {
        return is(connection, "SELECT EXISTS (SELECT FROM past.moment WHERE schema_name = ?)", schema);
    }

    private static boolean isThere(Connection connection, PastMoment moment) throws SQLException {
        return isNamed(connection, moment.schema());
    }

    private static boolean has(Connection connection, PastMoment moment, String view) throws SQLException {
        return is(
                connection,
                "SELECT EXISTS (SELECT FROM past.filled WHERE tenant_id = ? AND position = ? AND view = ?)",
                moment.tenant().value(),
                moment.position(),
                view);
    }

    private static String tenantLock(TenantId tenant) {
        return "past of " + tenant;
    }

    private static void lock(Connection connection, String what, boolean shared) throws SQLException {
        String function = shared ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock";
        is(connection, "SELECT " + function + "(hashtextextended(?, 0)) IS NULL", what);
    }

    private static boolean tryLock(Connection connection, String schema) throws SQLException {
        return is(connection, "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))", schema);
    }

    private static boolean tryLockShared(Connection connection, String schema) throws SQLException {
        return is(connection, "SELECT pg_try_advisory_xact_lock_shared(hashtextextended(?, 0))", schema);
    }

    private static boolean is(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
