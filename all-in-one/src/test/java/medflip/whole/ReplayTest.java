package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.view.Projection;
import medflip.platform.view.ProjectionReplay;
import medflip.platform.view.ViewProgress;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;

/** Replay equals live: every view, filled anew from the log, has the same rows as the one that grew with it. */
class ReplayTest {

    @Test
    void a_rebuild_of_every_view_gives_equal_rows() throws Exception {
        RunningService service = RunningService.shared();
        Books.open(service);
        List<TrackedEventMessage<?>> log = log(service);
        long head = log.getLast().trackingToken().position().orElseThrow();
        List<Object> projections = List.copyOf(
                service.context().getBeansWithAnnotation(Projection.class).values());
        assertThat(projections).hasSizeGreaterThan(5);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Connection connection = service.bean(EmbeddedDatabase.class).superuser("medflip")) {
            for (Object projection : projections) {
                Projection view = AopUtils.getTargetClass(projection).getAnnotation(Projection.class);
                assertThat(service.bean(ViewProgress.class).await(List.of(view.processingGroup()), head))
                        .isTrue();
                Map<String, String> live = hashes(connection, "read", view);
                scratch(connection, view);
                replay(projection, log, connection, random);
                assertThat(hashes(connection, "scratch", view))
                        .as("%s, batches of seed %d", view.processingGroup(), seed)
                        .isEqualTo(live);
            }
        }
    }

    private static List<TrackedEventMessage<?>> log(RunningService service) {
        List<TrackedEventMessage<?>> log = new ArrayList<>();
        EventStore events = service.bean(EventStore.class);
        try (var stream = events.openStream(events.createTailToken())) {
            while (stream.hasNextAvailable()) {
                log.add(stream.nextAvailable());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return log;
    }

    private static void scratch(Connection connection, Projection view) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS scratch CASCADE");
            statement.execute("CREATE SCHEMA scratch");
            for (String table : view.tables()) {
                statement.execute("CREATE TABLE scratch." + table + " (LIKE read." + table + " INCLUDING ALL)");
            }
            statement.execute("SET search_path TO scratch");
        }
    }

    private static void replay(
            Object projection, List<TrackedEventMessage<?>> log, Connection connection, Random random)
            throws Exception {
        ProjectionReplay replay = new ProjectionReplay(projection);
        for (int from = 0; from < log.size(); ) {
            int to = Math.min(log.size(), from + 1 + random.nextInt(300));
            replay.apply(log.subList(from, to), connection);
            from = to;
        }
    }

    /** How many rows each table has, and a hash over all of them whatever their order. */
    private static Map<String, String> hashes(Connection connection, String schema, Projection view)
            throws SQLException {
        Map<String, String> hashes = new HashMap<>();
        for (String table : view.tables()) {
            try (Statement statement = connection.createStatement();
                    ResultSet found =
                            statement.executeQuery("SELECT count(*), sum(hashtextextended(t::text, 0)::numeric)"
                                    + " FROM " + schema + "." + table + " t")) {
                found.next();
                hashes.put(table, found.getLong(1) + " rows, " + found.getString(2));
            }
        }
        return hashes;
    }
}
