package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.view.Projection;
import medflip.platform.view.Rebuild;
import medflip.platform.view.Rebuild.Rebuilt;
import medflip.platform.view.ViewProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.aop.support.AopUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Replay equals live: every view, filled anew from the log, has the same rows as the one that grew with it, whatever
 * the other tests did at the services that they share.
 */
@Isolated("JUnit runs what is isolated after all others")
class ReplayTest {

    @Test
    void a_rebuild_of_every_view_gives_equal_rows() throws Exception {
        Books.open(RunningService.shared())
                .owner()
                .post("/api/filed-reports", Map.of("report", "profit-by-month"))
                .expect(201);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> empty = RunningService.allShared().stream()
                    .map(service -> threads.submit(() -> rebuildAndCompare(service)))
                    .toList();
            Set<String> everywhere = new HashSet<>(empty.getFirst().get());
            for (Future<List<String>> each : empty) {
                everywhere.retainAll(each.get());
            }
            assertThat(everywhere).as("views without any event").isEmpty();
        }
    }

    /** Fills every view anew, and fails where a row of any business differs. */
    static List<String> rebuildAndCompare(RunningService service) throws SQLException {
        return rebuildAndCompare(service, "true");
    }

    /**
     * Fills every view anew from the log of all that was done at a service, and fails where a row differs.
     *
     * @param rows a condition on the rows {@code t} that are compared
     * @return the processing groups of views that had no event, so that nothing was shown of them
     */
    static List<String> rebuildAndCompare(RunningService service, String rows) throws SQLException {
        List<String> empty = new ArrayList<>();
        List<Object> projections = List.copyOf(
                service.context().getBeansWithAnnotation(Projection.class).values());
        assertThat(projections).hasSizeGreaterThan(5);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        DatabaseAccess access = service.bean(DatabaseAccess.class);
        DataSource owner = new DriverManagerDataSource(
                access.url(), access.owner().role(), access.owner().password());
        try (Connection connection = service.bean(EmbeddedDatabase.class).superuser("medflip")) {
            for (Object projection : projections) {
                Projection view = AopUtils.getTargetClass(projection).getAnnotation(Projection.class);
                Rebuilt rebuilt = service.bean(Rebuild.class)
                        .withPage(1 + random.nextInt(300))
                        .run(projection, "scratch", owner);
                if (rebuilt.events() == 0) {
                    empty.add(view.processingGroup());
                }
                assertThat(service.bean(ViewProgress.class).await(List.of(view.processingGroup()), rebuilt.position()))
                        .isTrue();
                for (String table : view.tables()) {
                    assertThat(differences(connection, table, rows))
                            .as("%s, pages of seed %d", view.processingGroup(), seed)
                            .isEmpty();
                }
            }
        }
        return empty;
    }

    /** Rows that only one of both has, the first few of them. */
    private static List<String> differences(Connection connection, String table, String rows) throws SQLException {
        List<String> differences = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        WITH rebuilt AS (SELECT t::text FROM scratch.%1$s t WHERE %2$s),
                             live AS (SELECT t::text FROM read.%1$s t WHERE %2$s)
                        (SELECT 'rebuilt only: ' || t FROM (TABLE rebuilt EXCEPT ALL TABLE live) r LIMIT 5)
                        UNION ALL
                        (SELECT 'live only: ' || t FROM (TABLE live EXCEPT ALL TABLE rebuilt) l LIMIT 5)
                        """.formatted(table, rows))) {
            while (found.next()) {
                differences.add(found.getString(1));
            }
        }
        return differences;
    }
}
