package medflip.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.tenancy.TenantPredicate;
import org.junit.jupiter.api.Test;

/** While a newer version migrates beside this one, this one goes on, and may start. */
class OlderFormTest {

    private static final int UNTIL_THE_SERVER_KNOWS_IT = 10;

    private final DatabaseAccess access = TestDatabase.create();

    @Test
    void a_question_goes_on_to_be_answered_when_its_table_gets_a_column() throws SQLException {
        TenantId tenant = new TenantId(UUID.randomUUID());
        DataSource owner = TestDatabase.connections(access.url(), access.owner());
        DataSource service = TestDatabase.connections(access.url(), access.service());
        execute(owner, "CREATE TABLE read.of_older_form (tenant_id uuid PRIMARY KEY, said text)");
        execute(owner, "SELECT protect_tenant_table('read.of_older_form')");
        execute(service, "INSERT INTO read.of_older_form VALUES ('" + tenant + "', 'so')");
        DataSource tenantsOwn = new DatabaseConfiguration().tenantDataSource(access, service, 2);
        try (HikariDataSource connections = (HikariDataSource) tenantsOwn) {
            TenantJdbc tenants = new TenantJdbc(connections, TenantPredicate.byParameter());
            for (int i = 0; i < UNTIL_THE_SERVER_KNOWS_IT; i++) {
                assertThat(ask(tenants, tenant)).containsExactly("so");
            }
            execute(owner, "ALTER TABLE read.of_older_form ADD COLUMN of_a_newer_version text");
            assertThat(ask(tenants, tenant)).containsExactly("so");
        }
    }

    @Test
    void an_older_version_starts_on_what_a_newer_one_has_migrated() throws SQLException {
        execute(TestDatabase.connections(access.url(), access.owner()), """
                INSERT INTO public.flyway_schema_history
                SELECT max(installed_rank) + 1, '36.1', 'of a newer version', 'SQL', 'V36_1__of_a_newer_version.sql', 1,
                       current_user, now(), 1, true
                FROM public.flyway_schema_history
                """);
        assertThatCode(() -> Migrations.migrate(access)).doesNotThrowAnyException();
    }

    private static List<String> ask(TenantJdbc tenants, TenantId tenant) {
        return tenants.read(
                tenant,
                sql -> sql.query("SELECT * FROM of_older_form WHERE {tenant}")
                        .query((row, number) -> row.getString("said"))
                        .list());
    }

    private static void execute(DataSource role, String sql) throws SQLException {
        try (Connection connection = role.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
