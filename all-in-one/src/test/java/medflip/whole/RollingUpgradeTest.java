package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import medflip.platform.database.DatabaseAccess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * One process after the other is replaced by the next version while people work, as {@code docs/operations.md} has it:
 * nobody gets an answer that isn't the usual one, nothing is lost and nothing is done twice.
 */
class RollingUpgradeTest {

    private static final String NEXT = "0.2.0";

    /** Below the newest number, as a module's migrations come; it adds to tables that are in use. */
    private static final String MIGRATION = "db/medflip/V36_1__the_next_version.sql";

    private static final String ADDS = """
            ALTER TABLE write.inbox ADD COLUMN of_the_next_version text;
            ALTER TABLE read.customer ADD COLUMN of_the_next_version text;
            CREATE TABLE read.of_the_next_version (tenant_id uuid PRIMARY KEY, said text);
            SELECT protect_tenant_table('read.of_the_next_version');
            """;

    @Test
    @Tag("soak")
    void each_process_is_replaced_by_the_next_version_and_nobody_notices(@TempDir Path folder, TestReporter reporter)
            throws Exception {
        Path next = Files.createDirectories(folder.resolve("next"));
        try (RunningSides sides = new RunningSides(folder, Map.of("medflip.drain", "2s"))) {
            sides.start();
            sides.spareThoseThatAreNotReady();
            write(next);
            Browser owner = sides.browser().signUp("Rolling");
            Browser stranger = sides.browser();
            SteadyCallers callers = new SteadyCallers(owner);
            SteadyAskers askers = new SteadyAskers(Map.of(
                    "list", () -> owner.get("/api/customers"),
                    "today", () -> owner.get("/api/today"),
                    "session", () -> owner.get("/api/session"),
                    "of the command side", () -> owner.get("/api/imports"),
                    "webhook", () -> stranger.post("/webhooks/twilio/nobody", Map.of())));
            callers.awaitMore(20);

            replace(sides.commandSides().getFirst(), next);
            assertThat(migrations(sides.access())).contains("36.1");
            callers.awaitMore(20);
            // An old one that has to start again finds a database that is newer than it.
            stopAndStart(sides.commandSides().getLast());
            callers.awaitMore(20);
            for (ServiceProcess old : sides.all().subList(1, sides.all().size())) {
                replace(old, next);
                callers.awaitMore(20);
            }

            int asked = askers.end();
            int registered = callers.end();
            assertThat(callers.failed()).as("had to be repeated").isEmpty();
            callers.requireEachOnce();
            reporter.publishEntry(
                    "rolling upgrade", asked + " questions and " + registered + " commands, none answered amiss");
        }
    }

    private static void replace(ServiceProcess one, Path next) {
        one.becomeVersion(NEXT, next);
        stopAndStart(one);
    }

    private static void stopAndStart(ServiceProcess one) {
        one.askToStop();
        assertThat(one.awaitEnd()).as("ended by SIGTERM").isEqualTo(143);
        one.start();
        one.awaitHealthy();
    }

    private static void write(Path next) throws IOException {
        Path migration = next.resolve(MIGRATION);
        Files.createDirectories(migration.getParent());
        Files.writeString(migration, ADDS);
    }

    private static List<String> migrations(DatabaseAccess access) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().role(), access.owner().password());
                Statement statement = connection.createStatement();
                ResultSet all =
                        statement.executeQuery("SELECT array_agg(version) FROM flyway_schema_history WHERE success")) {
            all.next();
            return List.of((String[]) all.getArray(1).getArray());
        }
    }
}
