package medflip.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {

    @Test
    void keeps_its_data_over_a_restart_and_asks_everyone_for_a_password(@TempDir Path folder) throws SQLException {
        DatabaseAccess first;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            first = database.access("medflip", "medflip_keys");
            Migrations.migrate(first);
            assertThatThrownBy(() -> DriverManager.getConnection(first.url(), "postgres", ""))
                    .hasMessageContaining("password");
            assertThatThrownBy(() -> DriverManager.getConnection(
                            first.url(), first.service().role(), "wrong"))
                    .hasMessageContaining("password");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            DatabaseAccess second = database.access("medflip", "medflip_keys");
            var service = new DriverManagerDataSource(
                    second.url(), second.service().role(), second.service().password());
            StartupChecks.requireDurability(service);
            StartupChecks.requireRowLevelSecurity(service);
            try (var connection = service.getConnection();
                    var tables = connection
                            .createStatement()
                            .executeQuery("SELECT 1 FROM pg_namespace WHERE nspname = 'events'")) {
                assertThat(tables.next()).isTrue();
            }
        }
    }

    @Test
    void a_server_that_could_lose_an_acknowledged_write_is_refused() throws SQLException {
        try (var connection = TestDatabase.server().superuser("postgres")) {
            connection.createStatement().execute("SET synchronous_commit = off");
            var single = new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true);
            assertThatThrownBy(() -> StartupChecks.requireDurability(single))
                    .hasMessageContaining("synchronous_commit");
        }
    }

    @Test
    void a_table_without_row_level_security_stops_the_start() throws SQLException {
        DatabaseAccess access = TestDatabase.create();
        var service = new DriverManagerDataSource(
                access.url(), access.service().role(), access.service().password());
        StartupChecks.requireRowLevelSecurity(service);
        try (var connection = TestDatabase.superuser(access.url()).getConnection()) {
            connection.createStatement().execute("CREATE TABLE read.leaky (tenant_id uuid NOT NULL)");
        }
        assertThatThrownBy(() -> StartupChecks.requireRowLevelSecurity(service)).hasMessageContaining("read.leaky");
    }
}
