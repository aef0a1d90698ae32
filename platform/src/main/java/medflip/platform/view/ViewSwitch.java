package medflip.platform.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import medflip.platform.text.FaultLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds a view while the old one serves, then puts the new tables in its place. The switch takes milliseconds: it
 * waits for a moment in which nobody is at the tables, brings the new ones to just where the view's processor is, and
 * renames. Whoever asks meanwhile waits and then sees the new ones; the processor goes on, since its token says the
 * same of both.
 */
public final class ViewSwitch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ViewSwitch.class);

    /** Below PostgreSQL's time for looking for deadlocks: it is always the switch that gives way, and tries again. */
    private static final String PATIENCE = "300ms";

    private static final String GAVE_WAY = "55P03";
    private static final int ATTEMPTS = 200;
    private static final long PAUSE_NANOS = 100_000_000;

    /** From so few events on it is worth to have everybody wait for the rest. */
    private static final long CLOSE = 200;

    private static final int BUILT = 95;

    private static final int PULSES_A_SILENCE = 6;

    private final Rebuild rebuild;
    private final DataSource owner;
    private final Supplier<Collection<Object>> projections;
    private final Clock clock;
    private final StandingRebuilds standing;
    /** Rebuilds of this process that haven't ended. */
    private final AtomicInteger underWay = new AtomicInteger();

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("view-rebuild").daemon().factory());
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @param owner connections of a role that owns the views' tables */
    public ViewSwitch(
            Rebuild rebuild,
            DataSource owner,
            StandingRebuilds standing,
            Supplier<Collection<Object>> projections,
            Clock clock) {
        this.rebuild = rebuild;
        this.owner = owner;
        this.standing = standing;
        this.projections = projections;
        this.clock = clock;
        Thread.ofVirtual().name("view-rebuild-pulse").start(this::pulse);
    }

    /** How a rebuild stands. */
    public enum RebuildState {
        WAITING,
        BUILDING,
        SWITCHING,
        DONE,
        FAILED
    }

    /**
     * A rebuild of a view.
     *
     * @param percent how far it is
     * @param events how many events the new tables were made of
     * @param waits how often the switch gave way to others
     * @param failure what went wrong, without anybody's data
     */
    public record ViewRebuild(
            String view,
            RebuildState state,
            int percent,
            long events,
            int waits,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String failure) {}

    /**
     * Has a view rebuilt; one at a time. Answers whether there is such a view and it isn't being rebuilt already, by
     * whichever process.
     */
    public boolean begin(String view) {
        Object projection = projections.get().stream()
                .filter(each -> ProjectionReplay.of(each).processingGroup().equals(view))
                .findFirst()
                .orElse(null);
        if (projection == null || !standing.begin(view, clock.instant())) {
            return false;
        }
        underWay.incrementAndGet();
        worker.execute(() -> run(projection, view));
        return true;
    }

    /** The last of each view, of all processes, the last begun first. */
    public List<ViewRebuild> all() {
        return standing.all();
    }

    private void pulse() {
        long every = StandingRebuilds.SILENCE.toMillis() / PULSES_A_SILENCE;
        try {
            while (!closing.await(every, TimeUnit.MILLISECONDS)) {
                if (underWay.get() > 0) {
                    sayHere();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sayHere() {
        try {
            standing.sayHere();
        } catch (RuntimeException e) {
            log.warn("That a rebuild goes on can't be told now: {}", FaultLine.of(e));
        }
    }

    private void run(Object projection, String view) {
        try {
            run(new ProjectionReplay(projection), projection);
        } catch (SQLException | RuntimeException e) {
            log.error("View {} can't be rebuilt: {}", view, FaultLine.of(e));
            drop(schema(view));
            standing.failed(view, e.getClass().getSimpleName(), clock.instant());
        } finally {
            underWay.decrementAndGet();
        }
    }

    private static String schema(String view) {
        return "rebuilt_" + view.replaceAll("[^a-z]", "_");
    }

    /** Drops what was left by a rebuild whose process died, by the owner's role, within a transaction. */
    static void dropAbandoned(Connection connection) throws SQLException {
        List<String> abandoned = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet schema = statement.executeQuery("""
                        SELECT nspname FROM (SELECT nspname FROM pg_namespace WHERE nspname LIKE 'rebuilt\\_%') n
                        WHERE pg_try_advisory_xact_lock(hashtextextended(nspname, 0))
                        """)) {
            while (schema.next()) {
                abandoned.add(schema.getString(1));
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String schema : abandoned) {
                statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            }
        }
    }

    /** Says that the schema is in use; that ends with the process at the latest. */
    private static void use(Connection guard, String schema, boolean inUse) throws SQLException {
        String function = inUse ? "pg_advisory_lock" : "pg_advisory_unlock";
        try (PreparedStatement statement = guard.prepareStatement("SELECT " + function + "(hashtextextended(?, 0))")) {
            statement.setString(1, schema);
            statement.execute();
        }
    }

    private void drop(String schema) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        } catch (SQLException e) {
            log.error("What a rebuild left can't be dropped: {}", FaultLine.of(e));
        }
    }

    private void run(ProjectionReplay replay, Object projection) throws SQLException {
        String schema = schema(replay.view().processingGroup());
        try (Connection guard = owner.getConnection()) {
            use(guard, schema, true);
            try {
                run(replay, projection, schema);
            } finally {
                use(guard, schema, false);
            }
        }
    }

    private void run(ProjectionReplay replay, Object projection, String schema) throws SQLException {
        String name = replay.view().processingGroup();
        standing.note(name, RebuildState.BUILDING, 0);
        Rebuild.Rebuilt built =
                rebuild.run(projection, schema, owner, percent -> standing.note(name, RebuildState.BUILDING, percent));
        standing.note(name, RebuildState.SWITCHING, BUILT);
        Shadow shadow = new Shadow(replay, schema, built.position(), built.events());
        try (Connection connection = owner.getConnection()) {
            while (rebuild.head() - shadow.reached > CLOSE && follow(shadow, connection)) {
                log.debug("View {} is rebuilt up to {}", name, shadow.reached);
            }
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                try {
                    put(shadow, connection);
                    standing.done(name, shadow.events, attempt, clock.instant());
                    return;
                } catch (SQLException e) {
                    if (!GAVE_WAY.equals(e.getSQLState())) {
                        throw e;
                    }
                    follow(shadow, connection);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
        throw new IllegalStateException("Somebody was always at the tables of " + name);
    }

    /** The new tables, and up to which position they are filled. */
    private static final class Shadow {
        final ProjectionReplay replay;
        final String schema;
        long reached;
        long events;

        Shadow(ProjectionReplay replay, String schema, long reached, long events) {
            this.replay = replay;
            this.schema = schema;
            this.reached = reached;
            this.events = events;
        }

        Projection view() {
            return replay.view();
        }
    }

    /** Goes on to where the view's processor is, and never past it; answers whether that was anything. */
    private boolean follow(Shadow shadow, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            long seen = seen(connection, shadow.view().processingGroup());
            if (seen <= shadow.reached) {
                return false;
            }
            use(connection, shadow.schema);
            long events = rebuild.follow(shadow.replay, shadow.reached, seen, connection);
            connection.commit();
            shadow.reached = seen;
            shadow.events += events;
            return true;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void put(Shadow shadow, Connection connection) throws SQLException {
        Projection view = shadow.view();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout TO '" + PATIENCE + "'");
            for (String table : view.tables()) {
                statement.execute("LOCK TABLE read." + table + " IN ACCESS EXCLUSIVE MODE");
            }
            long seen = seen(connection, view.processingGroup());
            if (seen < shadow.reached) {
                // The processor would take again what is in the new tables already: it is waited for.
                throw new SQLException("The view's processor is behind its rebuild", GAVE_WAY);
            }
            use(connection, shadow.schema);
            long events = rebuild.follow(shadow.replay, shadow.reached, seen, connection);
            statement.execute("SET LOCAL search_path TO public");
            for (String table : view.tables()) {
                replace(statement, shadow.schema, table);
            }
            statement.execute("DROP SCHEMA " + shadow.schema + " CASCADE");
            try (PreparedStatement letters =
                    connection.prepareStatement("DELETE FROM write.dead_letter WHERE processing_group = ?")) {
                letters.setString(1, view.processingGroup());
                letters.executeUpdate();
            }
            connection.commit();
            shadow.events += events;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void use(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path TO " + schema);
        }
    }

    /**
     * The old table goes to the new one's schema, and with it. Indexes of the new one, found by what they are, get the
     * names of the old one's, by which migrations call them; until then each has a name that nobody else has.
     */
    private static void replace(Statement statement, String schema, String table) throws SQLException {
        String old = "read." + table;
        String fresh = schema + "." + table;
        String replaced = "replaced_" + table;
        statement.execute("SELECT protect_tenant_table('" + fresh + "')");
        statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON " + fresh + " TO medflip_service, medflip_query");
        List<Twins> twins = twins(statement, old, fresh);
        for (int i = 0; i < twins.size(); i++) {
            rename(statement, schema, twins.get(i).fresh(), table + "_fresh_" + i);
            rename(statement, "read", twins.get(i).old(), table + "_old_" + i);
        }
        statement.execute("ALTER TABLE " + old + " RENAME TO " + replaced);
        statement.execute("ALTER TABLE read." + replaced + " SET SCHEMA " + schema);
        statement.execute("ALTER TABLE " + fresh + " SET SCHEMA read");
        for (int i = 0; i < twins.size(); i++) {
            rename(statement, "read", table + "_fresh_" + i, twins.get(i).old());
        }
    }

    private static void rename(Statement statement, String schema, String index, String name) throws SQLException {
        statement.execute("ALTER INDEX " + schema + "." + index + " RENAME TO " + name);
    }

    /** Two indexes that are alike but for their names. */
    private record Twins(String old, String fresh) {}

    private static List<Twins> twins(Statement statement, String old, String fresh) throws SQLException {
        String indexes = """
                SELECT c.relname AS name, d.def, row_number() OVER (PARTITION BY d.def ORDER BY c.relname) AS nth
                FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                CROSS JOIN LATERAL (SELECT regexp_replace(
                    pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX \\S+ ON (ONLY )?\\S+', '\\1') AS def) d
                WHERE i.indrelid = '%s'::regclass
                """;
        List<Twins> twins = new ArrayList<>();
        try (ResultSet pair = statement.executeQuery("SELECT quote_ident(o.name), quote_ident(f.name) FROM ("
                + indexes.formatted(old) + ") o FULL JOIN (" + indexes.formatted(fresh) + ") f USING (def, nth)")) {
            while (pair.next()) {
                if (pair.getString(1) == null || pair.getString(2) == null) {
                    throw new IllegalStateException("The new " + old + " has other indexes than the old one");
                }
                twins.add(new Twins(pair.getString(1), pair.getString(2)));
            }
        }
        return twins;
    }

    /** How far the view's processor is. */
    private static long seen(Connection connection, String group) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT coalesce(min((convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint), -1)
                FROM read.token_entry WHERE processor_name = ? AND token IS NOT NULL
                """)) {
            statement.setString(1, group);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        worker.shutdownNow();
    }
}
